/** Paid for, for certain. */
export class OrderPlaced {
  constructor(readonly orderId: number) {}
}

/** Their goods are for sale again, whether they were paid for or not. */
export class PartsCancelled {
  constructor(
    readonly orderId: number,
    readonly partIds: number[],
  ) {}
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
