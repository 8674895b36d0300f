import { DOCUMENT_KINDS, type DocumentKind } from './enums';
import { OrderAccessQuery, OrderStoreRef } from './orders.dto';
import { QueryId } from './query-validators';
import { EnumField, Optional } from './validators';

export class DocumentQuery extends OrderAccessQuery {
  /** Only this part of the order. */
  @Optional()
  @QueryId()
  part?: number;
}

export class SalesDocumentDto {
  /** @example 12 */
  id: number;
  @EnumField(DOCUMENT_KINDS, 'DocumentKind')
  kind: DocumentKind;
  /** Without gaps for each store and kind. @example INV-7-000012 */
  number: string;
  /** @example 31 */
  partId: number;
  store: OrderStoreRef;
  /** What was charged, or what went back. @example 24.90 */
  total: string;
  /** @example 2026-11-02T09:30:00.000Z */
  issuedAt: string;
}

/** Oldest first. */
export class SalesDocuments {
  items: SalesDocumentDto[];
}
