import type { CouponInput } from '@souk/contracts/coupons.dto';

/** Store → its coupons. The codes that several stores have apply to each of them. */
export const DEMO_COUPONS: Readonly<Record<string, readonly CouponInput[]>> = {
  'Kiln & Ember': [
    { code: 'WELCOME10', percentOff: 10, maxUsesPerBuyer: 1 },
    { code: 'KILNDAY', amountOff: '15.00', minimumSubtotal: '75.00', maxUses: 40 },
    { code: 'SECONDS', percentOff: 25, isActive: false },
  ],
  'Saltmarsh Linen': [{ code: 'WELCOME10', percentOff: 10, maxUsesPerBuyer: 1 }],
  'Paper Wren': [
    { code: 'WELCOME10', percentOff: 10, maxUsesPerBuyer: 1 },
    { code: 'LETTERS', amountOff: '4.00', minimumSubtotal: '20.00' },
  ],
};
