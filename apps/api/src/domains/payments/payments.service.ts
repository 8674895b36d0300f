import { Injectable, Logger } from '@nestjs/common';
import type { PaymentActionDto } from '@souk/contracts/payments.dto';
import { In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { Database, isDuplicate } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import type { FieldProblems } from '../../platform/http/errors';
import { Gateway, type ChargeOrder, type ChargeResult, type OpenCharge } from './gateway';
import { Payment, Refund } from './payment.entity';
import { PaymentSettled, RefundRequested } from './payments.events';

/** How long a buyer waits for the gateway; afterwards the charge is pending and asked for later. */
export const ANSWER_LIMIT_MS = 10_000;
/** Later than the limit, so that nobody asks about a charge that is still being made. */
const FIRST_CHECK_MS = ANSWER_LIMIT_MS + 5000;
const SHORTEST_PAUSE_MS = 3000;
const LONGEST_PAUSE_MS = 3600_000;
const CHECKED_AT_ONCE = 20;

export interface Charge {
  /** The caller's reference and idempotency key, at most 60 characters. */
  subject: string;
  /** Minor units. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  method: string;
  token: string | null;
}

export interface RefundOfCharge {
  /** Of the charge. */
  subject: string;
  /** The caller's name for it, at most 60 characters: the same one twice is one refund. */
  key: string;
  /** Minor units. */
  amount: number;
}

@Injectable()
export class PaymentsService {
  private readonly logger = new Logger('Payments');

  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly gateway: Gateway,
  ) {
    events.on(RefundRequested, 'refunds', ({ refundId }) => this.giveBack(refundId));
    events.lane('refunds', 4);
  }

  /** Why a charge could not even be tried; empty when it could. Without a token there can be none but of nothing. */
  problemsOf({ method, token }: Pick<Charge, 'method' | 'token'>): FieldProblems {
    if (method !== this.gateway.name) return { method: [`must be "${this.gateway.name}"`] };
    const refusal = token === null ? null : this.gateway.refusalOf(token);
    return refusal ? { token: [refusal] } : {};
  }

  /** Takes the money, once per subject. Never inside a unit of work: the gateway is waited for. */
  async charge(charge: Charge): Promise<ChargeResult> {
    if (charge.amount === 0) return { status: 'succeeded', reference: null };
    if (charge.token === null) throw new RangeError('Only what costs nothing needs no token.');
    const opened = await this.open(charge);
    if (!opened) return this.outcomeOf(charge.subject);
    return this.record(charge.subject, await this.ask({ ...opened, token: charge.token }));
  }

  /** What is known of a charge; one that was never made has failed. */
  async outcomeOf(subject: string): Promise<ChargeResult> {
    const payment = await this.database.repository(Payment).findOneBy({ subject });
    return payment ?? { status: 'failed', reference: null };
  }

  /** Commits with the caller's unit of work; the gateway is told afterwards, again and again until it confirms. */
  refund({ subject, key, amount }: RefundOfCharge): Promise<void> {
    return this.database.run(async () => {
      if (amount === 0) return;
      const payments = this.database.repository(Payment);
      const payment = await this.database
        .locked(payments.createQueryBuilder('payment').where({ subject, status: 'succeeded' }))
        .getOneOrFail();
      if (await this.database.repository(Refund).existsBy({ key })) return;
      const refunded = payment.refunded + amount;
      if (refunded > payment.amount) throw new RangeError('More than was paid cannot go back.');
      await payments.update({ id: payment.id }, { refunded });
      const { id } = await this.database
        .repository(Refund)
        .save({ paymentId: payment.id, key, amount, reference: null, createdAt: new Date() });
      await this.events.publish(new RefundRequested(id));
    });
  }

  /** Asks the gateway about every pending charge that is due. */
  async reconcile(at = new Date()): Promise<void> {
    const due = await this.database.repository(Payment).find({
      where: { status: 'pending', nextCheckAt: LessThanOrEqual(at) },
      order: { nextCheckAt: 'ASC' },
      take: CHECKED_AT_ONCE,
    });
    for (const payment of due) {
      if (await this.claim(payment)) await this.follow(payment);
    }
  }

  /** For a buyer who has just done what the gateway wanted: asks it now, and not only when that is due. */
  async check(subject: string): Promise<void> {
    const waiting = { subject, status: 'pending' as const, actionSecret: Not(IsNull()) };
    const payment = await this.database.repository(Payment).findOneBy(waiting);
    if (payment) await this.follow(payment);
  }

  /** Ends what nobody waits for any more. Where the gateway cannot be reached now, it is told later. */
  async cancel(subject: string): Promise<ChargeResult> {
    const open = { subject, status: 'pending' as const };
    const nextCheckAt = new Date(Date.now() + FIRST_CHECK_MS);
    await this.database.run(() =>
      this.database.repository(Payment).update(open, { unwanted: true, nextCheckAt }),
    );
    const payment = await this.database.repository(Payment).findOneBy(open);
    if (payment) await this.follow(payment);
    return this.outcomeOf(subject);
  }

  /** What is wanted of the buyer; null when nothing. */
  async actionOf(subject: string): Promise<PaymentActionDto | null> {
    const payment = await this.database.repository(Payment).findOneBy({ subject });
    if (!payment?.actionSecret) return null;
    return { provider: this.gateway.name, clientSecret: payment.actionSecret };
  }

  private async follow(payment: Payment): Promise<void> {
    try {
      const answer = payment.unwanted ? this.gateway.cancel(payment) : this.gateway.retrieve(payment);
      await this.record(payment.subject, await answer);
    } catch (error) {
      this.logger.warn({ err: error, payment: payment.id }, 'The gateway could not be asked; later again');
    }
  }

  /** The row comes first: a process that is killed meanwhile leaves a trace that is followed up. */
  private async open({ subject, amount, currency }: Charge): Promise<OpenCharge | null> {
    const now = Date.now();
    const row = {
      subject,
      provider: this.gateway.name,
      reference: null,
      status: 'pending' as const,
      amount,
      currency,
      createdAt: new Date(now),
      nextCheckAt: new Date(now + FIRST_CHECK_MS),
    };
    try {
      await this.database.run(() => this.database.repository(Payment).insert(row));
      return row;
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  /** Silence and failures of the gateway leave open whether it took the money: pending. */
  private async ask(charge: ChargeOrder): Promise<ChargeResult> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<ChargeResult>((resolve) => {
      timer = setTimeout(() => resolve({ status: 'pending', reference: null }), ANSWER_LIMIT_MS);
    });
    try {
      return await Promise.race([this.gateway.charge(charge), silence]);
    } catch (error) {
      this.logger.warn(
        { err: error, subject: charge.subject },
        'The gateway failed; the charge is followed up',
      );
      return { status: 'pending', reference: null };
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * The first final word stays, and is told once; but money that came after all is never overlooked. For the answer to
   * a charge and for every later word of the gateway's.
   */
  record(subject: string, answer: ChargeResult): Promise<ChargeResult> {
    return this.database.run(async () => {
      const payments = this.database.repository(Payment);
      const { status, reference, actionSecret = null } = answer;
      const isOpen = status === 'pending';
      const nextCheckAt = isOpen ? nextCheck((await payments.findOneByOrFail({ subject })).createdAt) : null;
      const { affected } = await payments.update(
        { subject, status: status === 'succeeded' ? In(['pending', 'failed']) : 'pending' },
        { status, nextCheckAt, actionSecret, ...(reference ? { reference } : {}) },
      );
      if (affected !== 1) return this.outcomeOf(subject);
      if (!isOpen) await this.events.publish(new PaymentSettled(subject, status, reference));
      return answer;
    });
  }

  private async giveBack(refundId: number): Promise<void> {
    const refunds = this.database.repository(Refund);
    const { paymentId, key, amount, reference: confirmed } = await refunds.findOneByOrFail({ id: refundId });
    if (confirmed) return;
    const { reference } = await this.database.repository(Payment).findOneByOrFail({ id: paymentId });
    if (!reference) throw new Error('A charge that succeeded has a reference.');
    await refunds.update(
      { id: refundId },
      { reference: await this.gateway.refund({ reference, key, amount }) },
    );
  }

  /** Of several processes one asks. */
  private async claim({ id, createdAt, nextCheckAt }: Payment): Promise<boolean> {
    const asSeen = { id, status: 'pending' as const, nextCheckAt: nextCheckAt ?? createdAt };
    const { affected } = await this.database.run(() =>
      this.database.repository(Payment).update(asSeen, { nextCheckAt: nextCheck(createdAt) }),
    );
    return affected === 1;
  }
}

/** The older a charge, the less often it is asked for. */
function nextCheck(createdAt: Date): Date {
  const age = Date.now() - createdAt.getTime();
  return new Date(Date.now() + Math.min(Math.max(age, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS));
}
