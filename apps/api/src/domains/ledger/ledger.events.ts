/** The money has left the store's balance and is to be sent. */
export class PayoutRequested {
  constructor(readonly payoutId: number) {}
}
