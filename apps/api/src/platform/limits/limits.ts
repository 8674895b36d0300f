import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/**
 * `caller`: the user or the API key; without credentials, the address. `account`: whose name the body holds, or who is
 * signed in.
 */
export type Holder = 'caller' | 'address' | 'account';

export interface Rate {
  per: Holder;
  /** Requests in any period of so many seconds. */
  most: number;
  seconds: number;
  /** For callers without known credentials, who share their address with others. */
  mostAnonymous?: number;
  /** Not every request that arrives but only the valid ones, which the route hands to `Limiter.valid`. */
  counts?: 'valid';
  /** Shares the count of this other limit. */
  with?: 'login';
}

const MINUTE = 60;
const HOUR = 3600;

/** All limits, before RATE_LIMIT_SCALE multiplies them. Every rate of a route must hold. */
export const RATES = {
  none: [],
  read: [{ per: 'caller', most: 600, mostAnonymous: 300, seconds: MINUTE }],
  checkout: [{ per: 'caller', most: 10, seconds: MINUTE }],
  login: [
    { per: 'address', most: 20, seconds: MINUTE },
    { per: 'account', most: 5, seconds: MINUTE },
  ],
  // whoever found a device signed in must not try more passwords than a stranger
  reauthenticate: [
    { per: 'address', most: 20, seconds: MINUTE },
    { per: 'account', most: 5, seconds: MINUTE, counts: 'valid', with: 'login' },
  ],
  // every address that is named is mailed to, and taken ones are told
  changeEmail: [{ per: 'account', most: 5, seconds: HOUR, counts: 'valid' }],
  // typing errors shut nobody out: they count against the first rate only
  register: [
    { per: 'address', most: 60, seconds: MINUTE },
    { per: 'address', most: 5, seconds: HOUR, counts: 'valid' },
  ],
  forgotPassword: [{ per: 'address', most: 5, seconds: HOUR }],
  // asked from however many addresses: no mailbox is flooded, and the links that it has got stay good
  resetMail: [{ per: 'account', most: 5, seconds: HOUR }],
  resetPassword: [
    { per: 'address', most: 60, seconds: MINUTE },
    { per: 'address', most: 5, seconds: HOUR, counts: 'valid' },
  ],
  verifyEmail: [{ per: 'address', most: 5, seconds: HOUR }],
  // it asks a server of somebody's
  deliver: [{ per: 'caller', most: 30, seconds: MINUTE }],
  // it mails somebody: neither many accounts at one address nor one account at many addresses may go on
  resendVerification: [
    { per: 'address', most: 5, seconds: HOUR },
    { per: 'caller', most: 5, seconds: HOUR },
  ],
} as const satisfies Record<string, readonly Rate[]>;

export type LimitName = keyof typeof RATES;

export const LIMIT = 'limit';

/** Reading is limited without it. */
export const Limit = (name: LimitName) =>
  applyDecorators(SetMetadata(LIMIT, name), ApiExtension('x-limit', name));

/** What holds for a route. */
export function ratesOf(method: string, declared?: LimitName): readonly Rate[] {
  const reads = method === 'GET' || method === 'HEAD';
  return RATES[declared ?? (reads ? 'read' : 'none')];
}
