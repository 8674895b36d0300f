/** Of what was paid for a line, in minor units, and how much of it went back. */
export interface PaidLine {
  /** Price × quantity less the discount, with the tax that was added. */
  paid: number;
  quantity: number;
  refundedQuantity: number;
}

/** What the next units of a line are worth: unit by unit they come to exactly what was paid for all of them. */
export function worthOfUnits({ paid, quantity, refundedQuantity }: PaidLine, units: number): number {
  const upTo = (count: number) => Number((BigInt(paid) * BigInt(count)) / BigInt(quantity));
  return upTo(refundedQuantity + units) - upTo(refundedQuantity);
}
