export class ReviewPosted {
  constructor(
    readonly reviewId: number,
    readonly productId: number,
  ) {}
}

/** For the first time. */
export class ReviewReplied {
  constructor(readonly reviewId: number) {}
}
