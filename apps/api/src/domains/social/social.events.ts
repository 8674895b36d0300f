/** There is something to post or to delete. */
export class PostsWaiting {
  constructor(readonly postId: number) {}
}

/** X refused it, or could not be reached for too long; its vendor may try again by hand. */
export class AnnouncementFailed {
  constructor(
    readonly subject: 'store' | 'product',
    readonly subjectId: number,
    readonly storeId: number,
  ) {}
}
