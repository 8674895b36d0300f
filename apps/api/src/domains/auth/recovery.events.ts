/** Also for addresses that nobody has: the request does the same work for them, the mail tells the difference. */
export class PasswordForgotten {
  constructor(readonly email: string) {}
}

/** The owner of this address shall confirm it. */
export class EmailUnconfirmed {
  constructor(readonly userId: number) {}
}
