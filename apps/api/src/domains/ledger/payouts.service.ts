import { Injectable } from '@nestjs/common';
import { formatMinor, type AuditAction } from '@souk/contracts';
import type { PayoutOrder } from '@souk/contracts/ledger.dto';
import { Config } from '../../config/config';
import type { Actor } from '../../platform/access/actor';
import { AuditLog } from '../../platform/audit/audit-log';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { NotFound, ValidationFailed } from '../../platform/http/errors';
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
  obstacleOf(
    { payoutAccount }: Pick<Store, 'payoutAccount'>,
    { available, payable, debts }: Balance,
  ): string | null {
    if (available < 0) {
      const debt = formatMinor(-available);
      return `Refunds took back ${debt} more than is available. The next sales make up for it.`;
    }
    if (available === 0) return 'There is nothing to pay out yet.';
    if (payable === 0) {
      const owed = debts.map(({ storeName, amount }) => `${storeName} owes ${formatMinor(amount)}`);
      return `${owed.join(' and ')} after refunds, which this balance must cover first.`;
    }
    return this.rail.refusalOf(payoutAccount);
  }

  /**
   * @param elsewhere where it goes when the vendor has not said
   * @throws NoPayout when nothing can be paid out, ValidationFailed when it cannot go there
   */
  request(storeId: number, elsewhere: string | null = null): Promise<Payout> {
    return this.database.run(async () => {
      const store = await this.lockStore(storeId);
      if (elsewhere !== null) this.refuseAccount(store, elsewhere);
      const payoutAccount = store.payoutAccount ?? elsewhere;
      const balance = await this.balances.of(store);
      const obstacle = this.obstacleOf({ payoutAccount }, balance);
      if (obstacle) throw new NoPayout(obstacle);
      const payout = await this.database.repository(Payout).save({
        storeId,
        amount: balance.payable,
        currency: this.config.currency,
        method: this.rail.method,
        account: payoutAccount,
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

  /** For staff, who may pay every store, and knows where those who have left want their money. @throws NoPayout, ValidationFailed */
  payOut(staff: Actor, storeId: number, { account }: PayoutOrder): Promise<Payout> {
    const elsewhere = account || null;
    return this.audited(
      staff,
      'pay_out',
      () => this.request(storeId, elsewhere),
      ({ amount, currency }) =>
        `${currency} ${formatMinor(amount)} to store ${storeId}${elsewhere ? `, ${elsewhere}` : ''}`,
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

  private refuseAccount({ payoutAccount }: Store, account: string): void {
    const refusal =
      payoutAccount === null ? this.rail.refusalOf(account) : 'The vendor has said where payouts go.';
    if (refusal) throw new ValidationFailed({ account: [refusal] });
  }

  /**
   * One payout of a vendor at a time is asked for, so that none pays what another has taken: all the vendor's stores are
   * locked, as they are liable for one another. @throws NotFound
   */
  private async lockStore(id: number): Promise<Store> {
    const stores = this.database.repository(Store);
    const vendorId = (await stores.findOneBy({ id }))?.vendorId ?? 0;
    const locking = this.database.locked(stores.createQueryBuilder('store').where({ vendorId }));
    const store = (await locking.orderBy('store.id').getMany()).find((own) => own.id === id);
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
