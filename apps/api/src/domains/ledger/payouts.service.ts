import { Injectable } from '@nestjs/common';
import { formatMinor, type AuditAction } from '@souk/contracts';
import { Config } from '../../config/config';
import type { Actor } from '../../platform/access/actor';
import { AuditLog } from '../../platform/audit/audit-log';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { NotFound } from '../../platform/http/errors';
import { Store } from '../stores/store.entity';
import { BalancesQueries, type Balance } from './balances.queries';
import { bookingTime } from './booking-time';
import { Books } from './books';
import { NoPayout, PayoutByHand, PayoutByProvider, PayoutDecided } from './ledger.errors';
import { PayoutEnded, PayoutRequested } from './ledger.events';
import { PayoutRail } from './payout-rail';
import { Payout } from './payout.entity';
import { postPaid, postPayout, postReturned } from './postings';

/**
 * Pays out what is available, all of it: so asking twice pays once. The row and its booking are there before anything is
 * sent; a process that is killed leaves a fact in the outbox, and the rail makes one transfer per payout.
 */
@Injectable()
export class PayoutsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly events: Events,
    private readonly balances: BalancesQueries,
    private readonly books: Books,
    private readonly rail: PayoutRail,
    private readonly audit: AuditLog,
  ) {
    events.on(PayoutRequested, 'payouts', ({ payoutId }) => this.send(payoutId));
    events.lane('payouts', 2);
  }

  /** Why nothing can be paid out now; null when something can. */
  obstacleOf({ payoutAccount }: Store, { available }: Balance): string | null {
    if (available < 0) {
      const debt = formatMinor(-available);
      return `Refunds took back ${debt} more than is available. The next sales make up for it.`;
    }
    if (available === 0) return 'There is nothing to pay out yet.';
    return this.rail.refusalOf(payoutAccount);
  }

  /** @throws NoPayout when nothing can be paid out */
  request(storeId: number): Promise<Payout> {
    return this.database.run(async () => {
      const store = await this.lockStore(storeId);
      const balance = await this.balances.of(storeId);
      const obstacle = this.obstacleOf(store, balance);
      if (obstacle) throw new NoPayout(obstacle);
      const payout = await this.database.repository(Payout).save({
        storeId,
        amount: balance.available,
        currency: this.config.currency,
        method: this.rail.method,
        account: store.payoutAccount,
        status: 'pending' as const,
        reference: null,
        failure: null,
        requestedAt: bookingTime(),
        finishedAt: null,
      });
      await this.books.append(`payout:${payout.id}`, postPayout(storeId, payout.amount), about(payout));
      await this.events.publish(new PayoutRequested(payout.id));
      return payout;
    });
  }

  /** For staff, who may pay every store. @throws NoPayout */
  payOut(staff: Actor, storeId: number): Promise<Payout> {
    return this.audited(
      staff,
      'pay_out',
      () => this.request(storeId),
      ({ amount, currency }) => `${currency} ${formatMinor(amount)} to store ${storeId}`,
    );
  }

  /** The money has left. The same word twice is one. @throws PayoutDecided, PayoutByProvider */
  confirm(staff: Actor, id: number, reference: string): Promise<Payout> {
    const work = async () => {
      const payout = await this.lockManual(id);
      if (payout.status === 'paid' && payout.reference === reference) return payout;
      return this.finish(payout, { status: 'paid', reference });
    };
    return this.audited(staff, 'confirm_payout', work, () => reference);
  }

  /** Nothing was sent; the money is back on the balance. @throws PayoutDecided, PayoutByProvider */
  refuse(staff: Actor, id: number, reason: string): Promise<Payout> {
    const work = async () => this.finish(await this.lockManual(id), { status: 'failed', failure: reason });
    return this.audited(staff, 'refuse_payout', work, () => reason);
  }

  /** Orders the same transfer again, when the provider has been silent for too long. @throws PayoutByHand */
  retry(id: number): Promise<Payout> {
    return this.database.run(async () => {
      const payout = await this.lock(id);
      if (payout.method === 'manual') throw new PayoutByHand();
      if (payout.status !== 'pending') throw new PayoutDecided(payout.status);
      await this.events.publish(new PayoutRequested(id));
      return payout;
    });
  }

  private async send(id: number): Promise<void> {
    const { status, method, amount, currency, account } = await this.database
      .repository(Payout)
      .findOneByOrFail({ id });
    if (status !== 'pending') return;
    if (method !== this.rail.method) throw new Error(`Payout ${id} is to be sent by ${method}.`);
    const result = await this.rail.send({ payoutId: id, amount, currency, account });
    if (result.status === 'waiting') return;
    await this.database.run(async () => {
      const payout = await this.lock(id);
      if (payout.status !== 'pending') return;
      await this.finish(
        payout,
        result.status === 'paid' ? result : { status: 'failed', failure: result.reason },
      );
    });
  }

  private async finish(
    payout: Payout,
    end: { status: 'paid'; reference: string } | { status: 'failed'; failure: string },
  ): Promise<Payout> {
    if (payout.status !== 'pending') throw new PayoutDecided(payout.status);
    const { id, storeId, amount } = payout;
    const postings = end.status === 'paid' ? postPaid(storeId, amount) : postReturned(storeId, amount);
    await this.books.append(`payout:${id}:${end.status}`, postings, about(payout));
    await this.events.publish(new PayoutEnded(id));
    return this.database.repository(Payout).save(Object.assign(payout, end, { finishedAt: bookingTime() }));
  }

  private audited(
    staff: Actor,
    action: AuditAction,
    work: () => Promise<Payout>,
    reason: (payout: Payout) => string,
  ): Promise<Payout> {
    return this.database.run(async () => {
      const payout = await work();
      await this.audit.record(staff, action, { type: 'payout', id: payout.id }, reason(payout));
      return payout;
    });
  }

  /** One payout at a time is asked for, so that none pays what another has taken. @throws NotFound */
  private async lockStore(id: number): Promise<Store> {
    const stores = this.database.repository(Store).createQueryBuilder('store').where({ id });
    const store = await this.database.locked(stores).getOne();
    if (!store) throw new NotFound('store');
    return store;
  }

  private async lockManual(id: number): Promise<Payout> {
    const payout = await this.lock(id);
    if (payout.method !== 'manual') throw new PayoutByProvider();
    return payout;
  }

  /** @throws NotFound */
  private async lock(id: number): Promise<Payout> {
    const payouts = this.database.repository(Payout).createQueryBuilder('payout').where({ id });
    const payout = await this.database.locked(payouts).getOne();
    if (!payout) throw new NotFound('payout');
    return payout;
  }
}

const about = ({ id }: Payout) => ({ payoutId: id });
