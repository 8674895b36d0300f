export class UserRegistered {
  constructor(readonly userId: number) {}
}
