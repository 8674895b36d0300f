export class UserRegistered {
  constructor(readonly userId: number) {}
}

/** The new address is not confirmed yet. */
export class EmailChanged {
  constructor(readonly userId: number) {}
}
