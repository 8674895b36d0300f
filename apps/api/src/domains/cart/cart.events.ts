/** A guest has signed in: what was in the guest's cart, which is no more, is in the user's now. */
export class CartsMerged {
  constructor(
    readonly fromCartId: number,
    readonly cartId: number,
    readonly userId: number,
  ) {}
}

/** A guest has signed in while the guest's cart is being checked out: what is left of it moves later. */
export class CheckoutJoined {
  constructor(
    readonly cartId: number,
    readonly userId: number,
  ) {}
}
