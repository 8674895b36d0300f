import { Injectable } from '@nestjs/common';
import { In, MoreThan, type FindOptionsWhere } from 'typeorm';
import { Config } from '../../config/config';
import { Database, isDuplicate } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { CodedError } from '../../platform/http/errors';
import { FirstPictureShown, ProductPublished, ProductWithdrawn } from '../products/products.events';
import { StoreOpened, StoresVisibilityChanged } from '../stores/stores.events';
import { StoresQueries } from '../stores/stores.queries';
import { PostsWaiting } from './social.events';
import { SocialPost, type Subject } from './social-post.entity';
import { Subjects } from './subjects';

/** Keeps one post for each opening and each new product; `PostSender` sends them. */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly events: Events,
    private readonly stores: StoresQueries,
    private readonly subjects: Subjects,
  ) {
    if (!this.isSpeaking) return;
    events.on(StoreOpened, 'announcements', ({ storeId }) => this.announce('store', storeId));
    events.on(ProductPublished, 'announcements', ({ productId }) => this.announce('product', productId));
    events.on(FirstPictureShown, 'announcements', ({ productId }) => this.waitNoLonger(productId));
    events.on(ProductWithdrawn, 'announcements', ({ productId }) =>
      this.withdraw({ subject: 'product', subjectId: productId }),
    );
    events.on(StoresVisibilityChanged, 'announcements', (fact) => this.followStores(fact));
  }

  get isSpeaking(): boolean {
    return this.config.social.network !== 'off';
  }

  find(subject: Subject, subjectId: number): Promise<SocialPost | null> {
    return this.database.repository(SocialPost).findOneBy({ subject, subjectId });
  }

  canPost(post: SocialPost | null, isVisible: boolean): boolean {
    return this.isSpeaking && isVisible && (post === null || post.isRepeatable);
  }

  /** As the vendor asks for it: what was left out before, or failed. */
  async post(subject: Subject, subjectId: number): Promise<void> {
    const { storeId, text, isVisible } = await this.subjects.get(subject, subjectId);
    await this.database.run(async () => {
      const posts = this.database.repository(SocialPost).createQueryBuilder('post');
      const known = await this.database.locked(posts.where({ subject, subjectId })).getOne();
      if (!this.canPost(known, isVisible))
        throw new CodedError('INVALID_TRANSITION', refusal(known, isVisible));
      const fresh = { ...waiting(), text };
      // where it may be on X already it must say the same again, by which it is found
      if (known) Object.assign(known, fresh, known.uncertainSince && { text: known.text });
      const post = known ?? Object.assign(new SocialPost(), { subject, subjectId, storeId, ...fresh });
      await this.save(post);
    });
  }

  private async announce(subject: Subject, subjectId: number): Promise<void> {
    const { storeId, text, isWanted } = await this.subjects.get(subject, subjectId);
    if (!isWanted || (await this.find(subject, subjectId))) return;
    const by = await this.subjects.pictureBy(subject, subjectId);
    const patience = by && { runAt: by, reason: NO_PICTURE_YET };
    const about = { subject, subjectId, storeId, text };
    const post = Object.assign(new SocialPost(), about, waiting(), patience);
    try {
      await this.database.run(() => this.save(post));
    } catch (error) {
      // told twice at the same time
      if (!isDuplicate(error)) throw error;
    }
    // it may have come before there was a post that waits for it
    if (by && !(await this.subjects.pictureBy(subject, subjectId))) await this.waitNoLonger(subjectId);
  }

  /** Its picture is there. What waits because of X goes on waiting. */
  private waitNoLonger(subjectId: number): Promise<void> {
    return this.database.run(async () => {
      const posts = this.database.repository(SocialPost);
      const now = new Date();
      const untried = { status: 'waiting' as const, attempts: 0, held: false };
      const post = await posts.findOneBy({
        ...{ subject: 'product' as const, subjectId },
        ...{ ...untried, runAt: MoreThan(now) },
      });
      if (!post) return;
      await posts.update({ id: post.id, ...untried }, { runAt: now, reason: null });
      await this.events.publish(new PostsWaiting(post.id));
    });
  }

  private async followStores({ storeIds, isVisible }: StoresVisibilityChanged): Promise<void> {
    if (isVisible) return;
    const stores = await this.stores.byIds(storeIds);
    const gone = storeIds.filter((id) => stores.get(id)?.isWithdrawn);
    if (gone.length > 0) await this.withdraw({ storeId: In(gone) });
  }

  /** What still waits is looked at again before it is sent. */
  private withdraw(which: FindOptionsWhere<SocialPost>): Promise<void> {
    return this.database.run(async () => {
      const posts = this.database.repository(SocialPost);
      const [first] = await posts.findBy({ ...which, status: 'posted' });
      if (!first) return;
      const atOnce = { runAt: new Date(), held: false, attempts: 0, reason: null };
      await posts.update({ ...which, status: 'posted' }, { ...atOnce, status: 'withdrawing' });
      await this.events.publish(new PostsWaiting(first.id));
    });
  }

  private async save(post: SocialPost): Promise<void> {
    const { id } = await this.database.repository(SocialPost).save(post);
    await this.events.publish(new PostsWaiting(id));
  }
}

const NO_PICTURE_YET = 'It waits a moment for its first picture.';

const waiting = () => ({
  ...{ status: 'waiting' as const, remoteId: null, url: null, reason: null, postedAt: null },
  ...{ attempts: 0, held: false, runAt: new Date(), lockedUntil: null, createdAt: new Date() },
});

function refusal(post: SocialPost | null, isVisible: boolean): string {
  if (post?.status === 'posted') return 'It was posted already.';
  if (post?.status === 'waiting') return 'It waits to be posted already.';
  if (!isVisible) return 'Only what everybody can see can be announced.';
  return post ? 'It was withdrawn, and its post with it.' : 'This marketplace announces nothing.';
}
