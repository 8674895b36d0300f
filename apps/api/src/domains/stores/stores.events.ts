/** The first time that everybody can see a store. */
export class StoreOpened {
  constructor(readonly storeId: number) {}
}

/** A store was activated, deactivated or deleted. */
export class StoreVisibilityChanged {
  constructor(
    readonly storeId: number,
    readonly isVisible: boolean,
  ) {}
}

export class StoreRenamed {
  constructor(readonly storeId: number) {}
}
