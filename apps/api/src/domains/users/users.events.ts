export class UserRegistered {
  constructor(readonly userId: number) {}
}

export class PasswordChanged {
  constructor(readonly userId: number) {}
}

/** What the user may do is not what it was. */
export class RoleChanged {
  constructor(readonly userId: number) {}
}

/** Staff let the user in again, or keeps the user out. */
export class ActivityChanged {
  constructor(
    readonly userId: number,
    readonly isActive: boolean,
  ) {}
}

/** The account's address is its owner's: they opened the link that was mailed to it. */
export class EmailConfirmed {
  constructor(readonly userId: number) {}
}

/** The new address is not confirmed yet; the former one is the account's no more. */
export class EmailChanged {
  constructor(
    readonly userId: number,
    readonly former: string,
  ) {}
}

/** Told while the account is being erased, so that each domain lets go of what it holds; nothing is left afterwards. */
export class UserErased {
  constructor(readonly userId: number) {}
}
