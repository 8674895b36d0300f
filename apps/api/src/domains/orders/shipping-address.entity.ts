import { LIMITS } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { User } from '../users/user.entity';
import { Order } from './order.entity';

@Entity('shipping_addresses')
@Index('shipping_addresses_order', ['orderId'], { unique: true })
@Index('shipping_addresses_customer', ['customerId'])
export class ShippingAddress {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'order_id' })
  orderId: number;

  @ManyToOne(() => Order, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'shipping_addresses_order_fk' })
  order?: Order;

  @Column({ type: 'integer', name: 'customer_id', nullable: true })
  customerId: number | null;

  @ManyToOne(() => User, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'customer_id', foreignKeyConstraintName: 'shipping_addresses_customer_fk' })
  customer?: User | null;

  @Column({ type: 'varchar', length: LIMITS.recipient.max })
  name: string;

  @Column({ type: 'varchar', length: LIMITS.address.max })
  address: string;

  @Column({ type: 'varchar', length: LIMITS.city.max })
  city: string;

  @Column({ type: 'varchar', length: LIMITS.state.max, nullable: true })
  state: string | null;

  @Column({ type: 'varchar', length: LIMITS.zipcode.max })
  zipcode: string;

  @Column({ type: 'varchar', length: 60 })
  country: string;

  @TimestampColumn({ name: 'date_added' })
  dateAdded: Date;
}
