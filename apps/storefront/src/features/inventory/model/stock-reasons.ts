import type { StockReason } from '@souk/contracts';

/** Why stock moved, in words. */
export const STOCK_REASONS: Record<StockReason, string> = {
  created: 'Product created',
  edited: 'Edited',
  bulk_edited: 'Edited with others',
  imported: 'Imported',
  import_undone: 'Import undone',
  sold: 'Sold',
  released: 'Back: the order was not paid',
  cancelled: 'Back: the order was cancelled',
  restocked: 'Back on the shelf',
};
