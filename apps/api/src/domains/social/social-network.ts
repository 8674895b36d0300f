export interface PostPicture {
  bytes: Buffer;
  /** Media type. */
  type: string;
}

export interface RemotePost {
  id: string;
  url: string;
}

/** It takes nothing before that time: a limit is reached. */
export class NetworkLimited extends Error {
  constructor(readonly until: Date) {
    super(`Takes nothing before ${until.toISOString()}.`);
  }
}

/** It did not answer, or not sensibly: what was asked may have been done. */
export class NetworkSilent extends Error {}

/** It was not reached: nothing was done. */
export class NetworkUnreachable extends Error {}

/** It does not know who is asking: nothing was done, and nothing will be until an operator mends that. */
export class NetworkLockedOut extends Error {}

/** It has the same post already. */
export class NetworkHasIt extends Error {}

/** It will not do it, now or later. */
export class NetworkRefused extends Error {}

/** Where the marketplace speaks in public. Every method may throw the errors above. */
export abstract class SocialNetwork {
  /** @returns null when there is nowhere to post to */
  abstract post(text: string, picture: PostPicture | null): Promise<RemotePost | null>;
  /** The post with this text that was made since then, not one of the `known`. */
  abstract find(
    text: string,
    since: Date,
    known: (ids: string[]) => Promise<Set<string>>,
  ): Promise<RemotePost | null>;
  /** Nothing happens when it is gone already. */
  abstract delete(id: string): Promise<void>;
}
