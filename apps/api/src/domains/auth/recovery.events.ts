/** Told of addresses that nobody has too, so that the request does the same work for them. */
export class PasswordForgotten {
  constructor(readonly userId: number | null) {}
}

/** The owner of this address shall confirm it. */
export class EmailUnconfirmed {
  constructor(
    readonly userId: number,
    /** The owner has just registered. */
    readonly isNew: boolean,
  ) {}
}
