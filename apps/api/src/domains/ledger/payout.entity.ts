import { LIMITS, type PayoutMethod, type PayoutStatus } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { Store } from '../stores/store.entity';

/** Money that leaves for a vendor. The row is there before anything is sent, and its id is the transfer's key. */
@Entity('payouts')
@Index('payouts_store', ['storeId', 'id'])
@Index('payouts_status', ['status', 'id'])
export class Payout {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'store_id' })
  storeId: number;

  @ManyToOne(() => Store, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'payouts_store_fk' })
  store?: Store;

  @MoneyColumn()
  amount: number;

  @Column({ type: 'varchar', length: 3 })
  currency: string;

  @Column({ type: 'varchar', length: 10 })
  method: PayoutMethod;

  /** Where it goes; as it was when it was asked for. */
  @Column({ type: 'varchar', length: LIMITS.payoutAccount.max, nullable: true })
  account: string | null;

  @Column({ type: 'varchar', length: 10 })
  status: PayoutStatus;

  /** What the bank or the provider calls it, once it is paid. */
  @Column({ type: 'varchar', length: LIMITS.payoutReference.max, nullable: true })
  reference: string | null;

  /** Why it came to nothing. */
  @Column({ type: 'varchar', length: LIMITS.auditReason.max, nullable: true })
  failure: string | null;

  @TimestampColumn({ name: 'requested_at' })
  requestedAt: Date;

  @TimestampColumn({ name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
