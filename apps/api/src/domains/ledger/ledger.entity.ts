import type { LedgerKind } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { Order } from '../orders/order.entity';
import { OrderPart } from '../orders/order-part.entity';
import { Store } from '../stores/store.entity';
import type { LedgerAccount } from './postings';
import { Payout } from './payout.entity';

/** One thing that happened to money. Written once; triggers refuse to change or delete it, or its entries. */
@Entity('ledger_transactions')
@Index('ledger_transactions_cause', ['cause'], { unique: true })
export class LedgerTransaction {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  /** What happened, as its name: told twice, it is booked once. */
  @Column({ type: 'varchar', length: 80 })
  cause: string;

  @TimestampColumn({ name: 'booked_at' })
  bookedAt: Date;
}

/** One line of a transaction; its lines sum to zero. */
@Entity('ledger_entries')
@Index('ledger_entries_transaction', ['transactionId'])
@Index('ledger_entries_store', ['storeId', 'account', 'id'])
@Index('ledger_entries_order', ['orderId'])
@Index('ledger_entries_part', ['partId'])
@Index('ledger_entries_payout', ['payoutId'])
export class LedgerEntry {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'transaction_id' })
  transactionId: number;

  @ManyToOne(() => LedgerTransaction, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'transaction_id', foreignKeyConstraintName: 'ledger_entries_transaction_fk' })
  transaction?: LedgerTransaction;

  @Column({ type: 'varchar', length: 12 })
  account: LedgerAccount;

  @Column({ type: 'varchar', length: 12 })
  kind: LedgerKind;

  /** Minor units. What the marketplace owes, or has earned, grows by what is positive. */
  @MoneyColumn()
  amount: number;

  @Column({ type: 'integer', name: 'store_id', nullable: true })
  storeId: number | null;

  @ManyToOne(() => Store, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'ledger_entries_store_fk' })
  store?: Store | null;

  @Column({ type: 'integer', name: 'order_id', nullable: true })
  orderId: number | null;

  @ManyToOne(() => Order, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'ledger_entries_order_fk' })
  order?: Order | null;

  @Column({ type: 'integer', name: 'part_id', nullable: true })
  partId: number | null;

  @ManyToOne(() => OrderPart, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'part_id', foreignKeyConstraintName: 'ledger_entries_part_fk' })
  part?: OrderPart | null;

  @Column({ type: 'integer', name: 'payout_id', nullable: true })
  payoutId: number | null;

  @ManyToOne(() => Payout, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'payout_id', foreignKeyConstraintName: 'ledger_entries_payout_fk' })
  payout?: Payout | null;

  /** Of its transaction. */
  @TimestampColumn({ name: 'booked_at' })
  bookedAt: Date;
}
