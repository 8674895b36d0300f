/** The first time that everybody can see a store. */
export class StoreOpened {
  constructor(readonly storeId: number) {}
}

/** Stores were activated, deactivated or deleted. */
export class StoresVisibilityChanged {
  constructor(
    readonly storeIds: number[],
    readonly isVisible: boolean,
  ) {}
}

const STORES_PER_FACT = 500;

/** Of any number of stores: one fact must fit a text column, and its ids a statement. */
export const visibilityChanges = (storeIds: number[], isVisible: boolean): StoresVisibilityChanged[] =>
  Array.from({ length: Math.ceil(storeIds.length / STORES_PER_FACT) }, (_, index) => {
    const start = index * STORES_PER_FACT;
    return new StoresVisibilityChanged(storeIds.slice(start, start + STORES_PER_FACT), isVisible);
  });

/** Less than before is low to its vendor. */
export class LowStockLowered {
  constructor(readonly storeId: number) {}
}

export class StoreRenamed {
  constructor(readonly storeId: number) {}
}
