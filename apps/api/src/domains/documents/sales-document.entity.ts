import type { DocumentKind } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { MoneyColumn, TimestampColumn } from '../../platform/database/columns';
import { Order } from '../orders/order.entity';
import { OrderPart } from '../orders/order-part.entity';
import { Store } from '../stores/store.entity';

/** The last number that a store has given; counted up in the unit of work that writes the document. */
@Entity('document_counters')
export class DocumentCounter {
  @PrimaryColumn({ type: 'integer', name: 'store_id' })
  storeId: number;

  @ManyToOne(() => Store, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'document_counters_store_fk' })
  store?: Store;

  @PrimaryColumn({ type: 'varchar', length: 12 })
  kind: DocumentKind;

  @Column({ type: 'integer' })
  last: number;
}

/** Money in minor units. */
export interface DocumentLine {
  name: string;
  /** Such as "Size: M". */
  details: string;
  quantity: number | null;
  price: number | null;
  discount: number;
  total: number;
}

/** What a document says, as it was when it was issued. Money in minor units. */
export interface DocumentContent {
  storeName: string;
  orderNumber: string;
  dateOrdered: string;
  currency: string;
  /** Of the invoice that a credit note takes back; null on invoices. */
  invoice: string | null;
  lines: DocumentLine[];
  /** Null where only an amount goes back. */
  sums: {
    subtotal: number;
    discount: number;
    couponCode: string | null;
    shipping: number;
    /** Added on top; one of the two is 0. */
    tax: number;
    taxIncluded: number;
  } | null;
  /** Thousandths of a percent. */
  taxRate: number;
  taxIsIncluded: boolean;
}

/** An invoice or a credit note of one store for its part of an order. Never changed once it is issued. */
@Entity('documents')
@Index('documents_number', ['storeId', 'kind', 'sequence'], { unique: true })
@Index('documents_cause', ['cause'], { unique: true })
@Index('documents_order', ['orderId'])
@Index('documents_part', ['partId'])
export class SalesDocument {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'varchar', length: 12 })
  kind: DocumentKind;

  @Column({ type: 'integer', name: 'store_id' })
  storeId: number;

  @ManyToOne(() => Store, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'documents_store_fk' })
  store?: Store;

  /** From 1, without a gap. */
  @Column({ type: 'integer' })
  sequence: number;

  @Column({ type: 'integer', name: 'order_id' })
  orderId: number;

  @ManyToOne(() => Order, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'order_id', foreignKeyConstraintName: 'documents_order_fk' })
  order?: Order;

  @Column({ type: 'integer', name: 'part_id' })
  partId: number;

  @ManyToOne(() => OrderPart, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'part_id', foreignKeyConstraintName: 'documents_part_fk' })
  part?: OrderPart;

  /** What it was issued for: told twice, it is issued once. */
  @Column({ type: 'varchar', length: 80 })
  cause: string;

  /** What was charged, or what went back. */
  @MoneyColumn()
  total: number;

  /** Of the total, whether it was added or contained. */
  @MoneyColumn()
  tax: number;

  @Column({ type: 'simple-json' })
  content: DocumentContent;

  /** The store's address and contacts, line by line; null once the vendor's account is erased. */
  @Column({ type: 'simple-json', nullable: true })
  issuer: string[] | null;

  /** Name and address, line by line; null once the account is erased. */
  @Column({ type: 'simple-json', nullable: true })
  buyer: string[] | null;

  @TimestampColumn({ name: 'issued_at' })
  issuedAt: Date;

  /** Such as INV-7-000012: the store's id keeps numbers of different stores apart. */
  get number(): string {
    const prefix = this.kind === 'invoice' ? 'INV' : 'CN';
    return `${prefix}-${this.storeId}-${String(this.sequence).padStart(6, '0')}`;
  }
}
