/** The money has left the store's balance and is to be sent. */
export class PayoutRequested {
  constructor(readonly payoutId: number) {}
}

/** It is paid, or has come to nothing and the money is back on the balance. */
export class PayoutEnded {
  constructor(readonly payoutId: number) {}
}
