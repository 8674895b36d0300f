import type { PartActor } from '@souk/contracts';

/** Paid for, for certain. */
export class OrderPlaced {
  constructor(readonly orderId: number) {}
}

/** Their goods are for sale again, whether they were paid for or not. */
export class PartsCancelled {
  constructor(
    readonly orderId: number,
    readonly partIds: number[],
    readonly by: PartActor,
  ) {}
}

/** What the buyer of an order paid has arrived, before anything of it goes back. */
export class OrderPaid {
  constructor(
    readonly orderId: number,
    readonly partIds: number[],
  ) {}
}

/** A payment that was waited for has failed, after the buyer had been told that the order is placed. */
export class PaymentFellThrough {
  constructor(
    readonly orderId: number,
    readonly partIds: number[],
    /** Its goods are in the cart again, as far as they can be bought. */
    readonly inCart: boolean,
  ) {}
}

/** The money for an order that was given up came all the same, and all of it goes back. */
export class LatePaymentReturned {
  constructor(
    readonly orderId: number,
    /** Minor units. */
    readonly amount: number,
  ) {}
}

/** Some of what was paid for a part goes back. */
export class PartRefunded {
  constructor(
    readonly orderId: number,
    readonly partId: number,
    /** What the refund is known by to the payments. */
    readonly key: string,
    /** Minor units. */
    readonly amount: number,
    /** In the words of whoever gave it back; null where the part was cancelled. */
    readonly reason: string | null,
  ) {}
}

/** A buyer wants to send goods back. */
export class ReturnRequested {
  constructor(
    readonly orderId: number,
    readonly partId: number,
    readonly returnId: number,
  ) {}
}

/** What goes back for the goods is a fact of its own. */
export class ReturnAnswered {
  constructor(
    readonly orderId: number,
    readonly partId: number,
    readonly returnId: number,
    readonly answer: 'accepted' | 'refused',
    readonly by: PartActor,
  ) {}
}

export class ReturnWithdrawn {
  constructor(
    readonly orderId: number,
    readonly partId: number,
    readonly returnId: number,
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
    readonly by: PartActor,
  ) {}
}
