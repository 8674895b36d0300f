import { formatMinor } from '@souk/contracts';
import type { SalesDocumentDto } from '@souk/contracts/documents.dto';
import type { SalesDocument } from './sales-document.entity';

export const toDto = (document: SalesDocument): SalesDocumentDto => ({
  id: document.id,
  kind: document.kind,
  number: document.number,
  partId: document.partId,
  store: { id: document.storeId, name: document.content.storeName },
  total: formatMinor(document.total),
  issuedAt: document.issuedAt.toISOString(),
});
