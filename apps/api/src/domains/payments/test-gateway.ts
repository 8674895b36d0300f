import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { TEST_TOKENS, type TestToken } from '@souk/contracts';
import type { Config } from '../../config/config';
import { NotFound, ValidationFailed } from '../../platform/http/errors';
import {
  Gateway,
  type ChargeOrder,
  type ChargeResult,
  type Notice,
  type OpenCharge,
  type RefundOrder,
} from './gateway';
import { verified } from './signature';
import { TestBook } from './test-book';

const SLOW_MS = 3000;
const CONFIRMED_AFTER_MS = 3000;
const LATER = /^test_later_(\d+)_/;
const CONFIRM = /^test_confirm_/;

const reference = (kind: string) => `test_${kind}_${Date.now()}_${randomUUID().slice(0, 8)}`;
/** Of one database: another may have the same subjects. */
const nameOf = ({ subject, createdAt }: Pick<OpenCharge, 'subject' | 'createdAt'>) =>
  `${subject}@${createdAt.getTime()}`;
const succeeded = (): ChargeResult => ({ status: 'succeeded', reference: reference('ok') });

/** Takes no money. The token decides what happens. */
const OUTCOMES: Record<TestToken, () => Promise<ChargeResult>> = {
  tok_ok: () => Promise.resolve(succeeded()),
  tok_declined: () => Promise.resolve({ status: 'failed', reference: reference('declined') }),
  tok_slow: () => wait(SLOW_MS).then(succeeded),
  tok_later: () => Promise.resolve({ status: 'pending', reference: reference('later') }),
  tok_confirm: () => Promise.resolve({ status: 'pending', reference: reference('confirm') }),
  tok_timeout: () => new Promise<never>(() => undefined),
};

const isTestToken = (token: string): token is TestToken => TEST_TOKENS.some((known) => known === token);

export class TestGateway extends Gateway {
  readonly name = 'test';
  /** Whoever runs the marketplace can sign webhooks by hand. */
  readonly webhookSecret: string;

  readonly book: TestBook;

  constructor({ jwtSecret, dataDir }: Pick<Config, 'jwtSecret' | 'dataDir'>) {
    super();
    this.book = new TestBook(dataDir);
    this.webhookSecret = createHmac('sha256', jwtSecret).update('webhooks of the test gateway').digest('hex');
  }

  refusalOf(token: string): string | null {
    return isTestToken(token) ? null : `must be one of ${TEST_TOKENS.join(', ')}`;
  }

  async charge({ token, subject, amount, createdAt }: ChargeOrder): Promise<ChargeResult> {
    if (!isTestToken(token)) throw new Error('Not a token of the test gateway.');
    const result = await OUTCOMES[token]();
    if (result.reference)
      this.book.add({
        ...{ kind: 'charge', name: nameOf({ subject, createdAt }), status: result.status },
        ...{ reference: result.reference, amount },
      });
    return this.withAction(result);
  }

  /** A charge that is not in the book has failed: nothing was taken. */
  async retrieve(charge: OpenCharge): Promise<ChargeResult> {
    const known = this.book.find('charge', nameOf(charge));
    if (!known) return { status: 'failed', reference: null };
    const { status, reference } = known;
    const [, madeAt] = LATER.exec(reference) ?? [];
    if (!madeAt || status !== 'pending') return this.withAction({ status, reference });
    const isConfirmed = Date.now() - Number(madeAt) >= CONFIRMED_AFTER_MS;
    return { status: isConfirmed ? 'succeeded' : 'pending', reference };
  }

  async cancel(charge: OpenCharge): Promise<ChargeResult> {
    const result = await this.retrieve(charge);
    if (result.status === 'pending') this.close(result.reference, 'failed');
    return this.retrieve(charge);
  }

  /**
   * What the buyer has answered to the bank.
   * @throws NotFound
   */
  confirm(clientSecret: string, isBuyer: boolean): void {
    const [charge = ''] = clientSecret.split('_secret_');
    if (!CONFIRM.test(charge) || clientSecret !== this.secretOf(charge)) throw new NotFound('charge');
    this.close(charge, isBuyer ? 'succeeded' : 'failed');
  }

  async refund({ reference: charge, key, amount }: RefundOrder): Promise<string> {
    const name = `${charge}:${key}`;
    const known = this.book.find('refund', name);
    if (known) return known.reference;
    const entry = {
      kind: 'refund',
      name,
      status: 'succeeded',
      reference: reference('refund'),
      amount,
    } as const;
    this.book.add(entry);
    return entry.reference;
  }

  read(body: string, headers: IncomingHttpHeaders): Notice {
    const notice = verified(body, headers['souk-signature'], this.webhookSecret) as Partial<Notice>;
    const { id, subject, reference, amount, currency } = notice;
    if (!id || !subject || !reference || !amount || !currency)
      throw new ValidationFailed({ body: ['must name id, subject, reference, amount and currency'] });
    return { id, subject, reference, amount, currency };
  }

  /** The first word stays. */
  private close(charge: string | null, status: 'succeeded' | 'failed'): void {
    const entry = this.book.findCharge(charge ?? '');
    if (entry?.status === 'pending') this.book.add({ ...entry, status });
  }

  private withAction(result: ChargeResult): ChargeResult {
    const { status, reference: charge } = result;
    if (status !== 'pending' || !charge || !CONFIRM.test(charge)) return result;
    return { ...result, actionSecret: this.secretOf(charge) };
  }

  private secretOf(charge: string): string {
    return `${charge}_secret_${createHmac('sha256', this.webhookSecret).update(charge).digest('hex')}`;
  }
}
