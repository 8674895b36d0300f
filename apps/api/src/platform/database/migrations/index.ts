import { Initial1790000000000 } from './1790000000000-initial';
import { EndsOfRows1790100000000 } from './1790100000000-ends-of-rows';
import { ImportUndo1790200000000 } from './1790200000000-import-undo';
import { OptionsAndWords1790300000000 } from './1790300000000-options-and-words';
import { StockHistory1790420000000 } from './1790420000000-stock-history';
import { Downloads1790430000000 } from './1790430000000-downloads';
import { StoresOfDeactivatedVendors1790440000000 } from './1790440000000-stores-of-deactivated-vendors';
import { AuditLogGrowsOnly1790450000000 } from './1790450000000-audit-log-grows-only';
import { Changes1790460000000 } from './1790460000000-changes';
import { PictureStages1790470000000 } from './1790470000000-picture-stages';
import { FormerSlugs1790500000000 } from './1790500000000-former-slugs';
import { PaymentNotices1790600000000 } from './1790600000000-payment-notices';
import { DiscountAndTax1790700000000 } from './1790700000000-discount-and-tax';
import { Coupons1790700000010 } from './1790700000010-coupons';
import { TaxCountry1790700000020 } from './1790700000020-tax-country';
import { Ledger1790800000000 } from './1790800000000-ledger';
import { Refunds1790900000000 } from './1790900000000-refunds';
import { Documents1791000000000 } from './1791000000000-documents';
import { GuestOrders1791100000000 } from './1791100000000-guest-orders';
import { Addresses1791100000010 } from './1791100000010-addresses';
import { PaymentActions1791200000000 } from './1791200000000-payment-actions';
import { Returns1791300000000 } from './1791300000000-returns';
import { PartEvents1791300000010 } from './1791300000010-part-events';
import { Wishes1791400000000 } from './1791400000000-wishes';
import { Announcements1791500000000 } from './1791500000000-announcements';
import { EmptiedCarts1791600000000 } from './1791600000000-emptied-carts';
import { Handlers1791700000000 } from './1791700000000-handlers';
import { Mails1791700000010 } from './1791700000010-mails';
import { Webhooks1791700000100 } from './1791700000100-webhooks';
import { NotificationPreferences1791700000200 } from './1791700000200-notification-preferences';
import { Notifications1791700000210 } from './1791700000210-notifications';
import { LowStock1791700000300 } from './1791700000300-low-stock';
import { FormerSecrets1791700000400 } from './1791700000400-former-secrets';
import { LowStockOfStores1791700000410 } from './1791700000410-low-stock-of-stores';
import { SearchHeadline1791800000000 } from './1791800000000-search-headline';

/** In the order in which they run. */
export const migrations = [
  Initial1790000000000,
  EndsOfRows1790100000000,
  ImportUndo1790200000000,
  OptionsAndWords1790300000000,
  StockHistory1790420000000,
  Downloads1790430000000,
  StoresOfDeactivatedVendors1790440000000,
  AuditLogGrowsOnly1790450000000,
  Changes1790460000000,
  PictureStages1790470000000,
  FormerSlugs1790500000000,
  PaymentNotices1790600000000,
  DiscountAndTax1790700000000,
  Coupons1790700000010,
  TaxCountry1790700000020,
  Ledger1790800000000,
  Refunds1790900000000,
  Documents1791000000000,
  GuestOrders1791100000000,
  Addresses1791100000010,
  PaymentActions1791200000000,
  Returns1791300000000,
  PartEvents1791300000010,
  Wishes1791400000000,
  Announcements1791500000000,
  EmptiedCarts1791600000000,
  Handlers1791700000000,
  Mails1791700000010,
  Webhooks1791700000100,
  NotificationPreferences1791700000200,
  Notifications1791700000210,
  LowStock1791700000300,
  FormerSecrets1791700000400,
  LowStockOfStores1791700000410,
  SearchHeadline1791800000000,
];
