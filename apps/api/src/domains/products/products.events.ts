/** The first time that everybody can see a product. */
export class ProductPublished {
  constructor(readonly productId: number) {}
}

/** Everybody sees it already, and its vendor wants it announced. */
export class FirstPictureShown {
  constructor(readonly productId: number) {}
}

/** Deleted, or taken off the market by staff. */
export class ProductWithdrawn {
  constructor(readonly productId: number) {}
}

/** It has another name, or products of another category: what they are found by is not the same any more. */
export class CategoryWordsChanged {
  constructor(readonly categoryId: number) {}
}

/** Sales have left little of a variant. Told once, until it is restocked. */
export class StockLow {
  constructor(
    readonly productId: number,
    readonly variantId: number,
    /** Units. */
    readonly left: number,
  ) {}
}
