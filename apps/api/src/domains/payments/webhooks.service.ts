import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database, isDuplicate } from '../../platform/database/database';
import { NotFound, ValidationFailed, type FieldProblems } from '../../platform/http/errors';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { Gateway, type Notice } from './gateway';
import { Payment, PaymentNotice } from './payment.entity';
import { PaymentsService } from './payments.service';

/** Longer than any gateway goes on delivering. */
const KEPT_MS = 30 * 24 * 3600_000;

@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly gateway: Gateway,
    private readonly payments: PaymentsService,
    housekeeping: Housekeeping,
  ) {
    housekeeping.contribute(PaymentNotice, () => ({ receivedAt: LessThan(new Date(Date.now() - KEPT_MS)) }));
  }

  /**
   * A message may be late, repeated or overtaken by another, so it says only that there is news: the gateway is asked
   * how the charge stands now.
   */
  async receive(provider: string, body: string, headers: IncomingHttpHeaders): Promise<void> {
    if (provider !== this.gateway.name) throw new NotFound('payment provider');
    const notice = this.gateway.read(body, headers);
    if (!notice) return;
    const payment = await this.database.repository(Payment).findOneBy({ subject: notice.subject });
    const problems = mismatches(notice, payment);
    if (!payment || Object.keys(problems).length > 0) throw new ValidationFailed(problems);
    const id = `${provider}:${notice.id}`;
    if (await this.database.repository(PaymentNotice).existsBy({ id })) return;
    const answer = await this.gateway.retrieve(payment);
    await this.database
      .run(async () => {
        await this.payments.record(payment.subject, answer);
        await this.database.repository(PaymentNotice).insert({ id, receivedAt: new Date() });
      })
      .catch((error: unknown) => {
        // delivered twice at once: the other delivery has done it
        if (!isDuplicate(error)) throw error;
      });
  }
}

function mismatches(notice: Notice, payment: Payment | null): FieldProblems {
  if (!payment) return { subject: ['names no charge of this marketplace'] };
  return {
    ...(payment.reference !== null &&
      payment.reference !== notice.reference && { reference: ['is not the one of this charge'] }),
    ...(payment.amount !== notice.amount && { amount: ['is not what was charged'] }),
    ...(payment.currency !== notice.currency && { currency: ['is not what was charged'] }),
  };
}
