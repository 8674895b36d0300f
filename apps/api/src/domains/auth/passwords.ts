import { hash, verify } from '@node-rs/argon2';
import { LIMITS } from '@souk/contracts';
import { ValidationFailed } from '../../platform/http/errors';
import { isPredictable } from './predictable';
import { Turns } from '../../platform/limits/turns';

/** OWASP Password Storage Cheat Sheet: argon2id (2) with 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of random bytes that nobody kept, at the same cost: verifying against it takes as long and never succeeds. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$DcL8b3taqiVboxHRa5CKqQ$qrbgmj0AI89kbkcNP0ir9JliIHUEK+ESCIfA9/DbyPE';

/** Two hashes keep two cores busy; a hundred who wait are served within two seconds. */
const turns = new Turns(2, 100);

/** The same text from every keyboard: accents and full-width letters can be composed in more than one way. */
const composed = (password: string) => password.normalize('NFKC');

/** @throws RateLimitExceeded when too many wait for theirs */
export const hashPassword = (password: string): Promise<string> =>
  turns.take(() => hash(composed(password), COST));

/** Takes as long for a user who does not exist. @throws RateLimitExceeded when too many wait for theirs */
export async function matchesPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await turns.take(() => verify(passwordHash || NOBODY, composed(password)));
  return matches && Boolean(passwordHash);
}

/**
 * No rules of composition, which make passwords alike rather than strong: what attackers try first is refused instead.
 * @param owner when it is known already
 * @param field of the request that the password came in
 * @throws ValidationFailed
 */
export function refuseWeakPassword(
  password: string,
  owner?: { username: string; email: string },
  field = 'password',
): void {
  const refuse = (reason: string) => {
    throw new ValidationFailed({ [field]: [reason] });
  };
  const tried = composed(password).toLowerCase();
  if ([...composed(password)].length < LIMITS.password.min)
    refuse(`must have at least ${LIMITS.password.min} characters`);
  const own = owner ? [owner.username, owner.email, owner.email.split('@', 1)[0]] : [];
  if (own.some((name) => name && name.toLowerCase() === tried))
    refuse('must not be your username or e-mail address: choose another');
  if (isPredictable(tried))
    refuse('is one of those that are tried first: choose another, such as four words of your own');
}
