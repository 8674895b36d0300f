/** There is something to post or to delete. */
export class PostsWaiting {
  constructor(readonly postId: number) {}
}
