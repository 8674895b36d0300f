/**
 * Sizes that the validators, the database schema and the forms share. Lengths count UTF-16 units, as
 * `String.length` does, so a value that passes always fits its column.
 */
export const LIMITS = {
  username: { min: 3, max: 30 },
  email: { max: 190 },
  password: { min: 8, max: 128 },
  personName: { max: 60 },
  /** Live ones per owner, and the length of a name. */
  apiKeys: { max: 20, name: 60 },
  /** Endpoints per owner; lengths of their fields. */
  webhooks: { max: 10, url: 500, description: 120 },
  phone: { max: 30 },
  address: { max: 200 },
  storeName: { min: 2, max: 80 },
  storeDescription: { min: 1, max: 2000 },
  productName: { min: 2, max: 120 },
  productDescription: { min: 1, max: 10_000 },
  sku: { max: 100 },
  /** Options of one variant, such as Size and Colour. */
  options: { max: 5, name: 40, value: 100 },
  variants: { max: 250 },
  /** Products in one bulk edit. */
  bulk: { max: 200 },
  images: { max: 12 },
  imageAlt: { max: 200 },
  /** Bytes and pixels of one uploaded picture, and of each of its sides: WebP knows no longer ones. */
  imageUpload: { bytes: 10 * 1024 * 1024, pixels: 50_000_000, side: 16_383 },
  digitalFile: { bytes: 100 * 1024 * 1024 },
  /** Downloads of one bought item, each as often as its link is used while it lives; minutes. */
  downloads: { max: 10, minutes: 60 },
  importFile: { bytes: 20 * 1024 * 1024, rows: 50_000 },
  stock: { max: 1_000_000 },
  cartQuantity: { max: 999 },
  refundReason: { min: 1, max: 200 },
  /** Requests to return goods of one part of an order. */
  returnsPerPart: { max: 3 },
  returnNote: { max: 1000 },
  returnAnswer: { min: 1, max: 500 },
  cartLines: { max: 100 },
  couponCode: { min: 3, max: 30 },
  couponUses: { max: 1_000_000 },
  search: { max: 100 },
  /** Values to choose in one filter of a list. */
  filterValues: { max: 50 },
  /** Length of a name; levels of the tree; slugs from before that still lead to it. */
  category: { min: 1, max: 80, levels: 5, formerSlugs: 50 },
  reviewComment: { min: 1, max: 4000 },
  reviewReply: { min: 1, max: 2000 },
  auditReason: { min: 1, max: 500 },
  /** Stands in the audit log below what was done. */
  categoryReason: { min: 1, max: 200 },
  carrier: { max: 60 },
  trackingNumber: { max: 80 },
  recipient: { max: 120 },
  addressBook: { max: 50 },
  wishList: { max: 500 },
  /** Kept for one user; the oldest go first. */
  notifications: { max: 300 },
  /** So few or fewer units of a variant are low, where a store does not say otherwise. */
  lowStock: { default: 5, max: 1000 },
  city: { max: 80 },
  state: { max: 80 },
  zipcode: { max: 20 },
  idempotencyKey: { max: 128 },
  /** Highest share that the marketplace may keep, in basis points; why staff changes it. */
  commission: { max: 5000, reason: { min: 1, max: 200 } },
  /** A connected account, and what staff notes of a payout. */
  payoutAccount: { max: 60 },
  payoutReference: { min: 1, max: 120 },
  page: { default: 20, max: 100 },
  slug: { max: 140 },
  /** Highest price in minor units: 1,000,000.00. */
  priceMinor: 100_000_000,
  /** Above what the fullest cart of the dearest goods comes to, in minor units. */
  totalMinor: 10_000_000_000_000,
  /** Highest id that the database can hold. */
  id: 2_147_483_647,
} as const;

export const RATING = { min: 1, max: 5 } as const;
