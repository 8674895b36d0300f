export class ReviewPosted {
  constructor(
    readonly reviewId: number,
    readonly productId: number,
  ) {}
}
