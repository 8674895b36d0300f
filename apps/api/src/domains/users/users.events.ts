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

/** The new address is not confirmed yet. */
export class EmailChanged {
  constructor(readonly userId: number) {}
}

/** Told while the account is being erased, so that each domain lets go of what it holds; nothing is left afterwards. */
export class UserErased {
  constructor(readonly userId: number) {}
}
