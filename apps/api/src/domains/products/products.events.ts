/** The first time that everybody can see a product. */
export class ProductPublished {
  constructor(readonly productId: number) {}
}
