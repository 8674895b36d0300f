import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { TEST_TOKENS, type TestToken } from '@souk/contracts';
import type { Config } from '../../config/config';
import { ValidationFailed } from '../../platform/http/errors';
import {
  Gateway,
  type ChargeOrder,
  type ChargeResult,
  type Notice,
  type OpenCharge,
  type RefundOrder,
} from './gateway';
import { verified } from './signature';

const SLOW_MS = 3000;
const CONFIRMED_AFTER_MS = 3000;
const LATER = /^test_later_(\d+)_/;

const reference = (kind: string) => `test_${kind}_${Date.now()}_${randomUUID().slice(0, 8)}`;
const succeeded = (): ChargeResult => ({ status: 'succeeded', reference: reference('ok') });

/** Takes no money. The token decides what happens; nothing is kept, so a reference carries all that is asked later. */
const OUTCOMES: Record<TestToken, () => Promise<ChargeResult>> = {
  tok_ok: () => Promise.resolve(succeeded()),
  tok_declined: () => Promise.resolve({ status: 'failed', reference: reference('declined') }),
  tok_slow: () => wait(SLOW_MS).then(succeeded),
  tok_later: () => Promise.resolve({ status: 'pending', reference: reference('later') }),
  tok_timeout: () => new Promise<never>(() => undefined),
};

const isTestToken = (token: string | null): token is TestToken =>
  TEST_TOKENS.some((known) => known === token);

export class TestGateway extends Gateway {
  readonly name = 'test';
  /** Whoever runs the marketplace can sign webhooks by hand. */
  readonly webhookSecret: string;

  constructor({ jwtSecret }: Pick<Config, 'jwtSecret'>) {
    super();
    this.webhookSecret = createHmac('sha256', jwtSecret).update('webhooks of the test gateway').digest('hex');
  }

  refusalOf(token: string | null): string | null {
    return isTestToken(token) ? null : `must be one of ${TEST_TOKENS.join(', ')}`;
  }

  async charge({ token }: ChargeOrder): Promise<ChargeResult> {
    if (!isTestToken(token)) throw new Error('Not a token of the test gateway.');
    return OUTCOMES[token]();
  }

  /** A charge that was never answered has failed: nothing was taken. */
  async retrieve({ reference: known }: OpenCharge): Promise<ChargeResult> {
    const [, madeAt] = LATER.exec(known ?? '') ?? [];
    if (!madeAt) return { status: 'failed', reference: known };
    const isConfirmed = Date.now() - Number(madeAt) >= CONFIRMED_AFTER_MS;
    return { status: isConfirmed ? 'succeeded' : 'pending', reference: known };
  }

  async refund(_order: RefundOrder): Promise<string> {
    return reference('refund');
  }

  read(body: string, headers: IncomingHttpHeaders): Notice {
    const notice = verified(body, headers['souk-signature'], this.webhookSecret) as Partial<Notice>;
    const { id, subject, reference, amount, currency } = notice;
    if (!id || !subject || !reference || !amount || !currency)
      throw new ValidationFailed({ body: ['must name id, subject, reference, amount and currency'] });
    return { id, subject, reference, amount, currency };
  }
}
