/** Paid for, for certain. */
export class OrderPlaced {
  constructor(readonly orderId: number) {}
}

export class PartShipped {
  constructor(
    readonly orderId: number,
    readonly partId: number,
  ) {}
}

export class PartDelivered {
  constructor(
    readonly orderId: number,
    readonly partId: number,
  ) {}
}
