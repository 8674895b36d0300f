import { Injectable, Logger } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, MoreThan, MoreThanOrEqual } from 'typeorm';
import { Config } from '../../config/config';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { PeriodicJob } from '../../platform/jobs/periodic-job';
import {
  NetworkHasIt,
  NetworkLimited,
  NetworkLockedOut,
  NetworkRefused,
  NetworkSilent,
  NetworkUnreachable,
  SocialNetwork,
  type RemotePost,
} from './social-network';
import { SocialPost } from './social-post.entity';
import { AnnouncementFailed, PostsWaiting } from './social.events';
import { Subjects } from './subjects';

const EVERY_MS = 5000;
/** Longer than all requests of one post together. */
const LEASE_MS = 5 * 60_000;
const LONGEST_PAUSE_MS = 20_000;
const GIVEN_UP_AFTER_MS = 24 * 3600_000;
/** Clocks differ. */
const LOOK_BACK_MS = 5 * 60_000;

/** Sends posts one after the other, and deletes them; nobody waits for it. */
@Injectable()
export class PostSender extends PeriodicJob {
  private readonly log = new Logger('PostSender');
  private last: Promise<void> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly network: SocialNetwork,
    private readonly subjects: Subjects,
    private readonly events: Events,
  ) {
    super(config, EVERY_MS);
    if (this.isSpeaking) events.on(PostsWaiting, 'posts', () => this.work());
    events.lane('posts', 1);
  }

  override onApplicationBootstrap(): void {
    if (this.isSpeaking) super.onApplicationBootstrap();
  }

  override async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await super.beforeApplicationShutdown();
  }

  private get isSpeaking(): boolean {
    return this.config.social.network !== 'off';
  }

  /** Until nothing is due. */
  work(): Promise<void> {
    this.last = this.last.catch(() => undefined).then(() => this.sendDue());
    return this.last;
  }

  private async sendDue(): Promise<void> {
    for (let post = await this.next(); post; post = await this.next()) {
      try {
        await (post.status === 'withdrawing' ? this.withdraw(post) : this.send(post));
      } catch (error) {
        await this.postpone(post, error);
      }
    }
  }

  /** Claims it. When one waits for the network, so do all. */
  private async next(): Promise<SocialPost | null> {
    if (this.isStopping) return null;
    const posts = this.database.repository(SocialPost);
    const now = new Date();
    const status = In(['waiting', 'withdrawing']);
    if (await posts.existsBy({ status, held: true, runAt: MoreThan(now) })) return null;
    const due = { status, runAt: LessThanOrEqual(now) };
    const [post] = await posts.find({
      where: [
        { ...due, lockedUntil: IsNull() },
        { ...due, lockedUntil: LessThan(now) },
      ],
      order: { runAt: 'ASC', id: 'ASC' },
      take: 1,
    });
    if (!post) return null;
    const lockedUntil = new Date(now.getTime() + LEASE_MS);
    const seen = post.lockedUntil ?? IsNull();
    const { affected } = await posts.update(
      { id: post.id, status: post.status, lockedUntil: seen },
      { lockedUntil },
    );
    return affected === 1 ? post : this.next();
  }

  private async send(post: SocialPost): Promise<void> {
    if (post.uncertainSince) {
      const sent = await this.lookFor(post, post.uncertainSince).catch(mayBeThere);
      if (sent) return this.posted(post, sent);
      await this.change(post, { uncertainSince: null });
    }
    const { isVisible, text } = await this.subjects.get(post.subject, post.subjectId);
    if (!isVisible) return this.end(post, 'skipped', 'It was hidden before it was posted.');
    if (await this.isMonthFull()) throw new MonthFull(thisMonth(1));
    const picture = await this.subjects.picture(post.subject, post.subjectId);
    // from here on a killed process leaves behind what may have been posted
    const uncertainSince = new Date();
    // what was mended while it waited is said as it is now
    await this.change(post, { uncertainSince, text });
    post.text = text;
    let sent: RemotePost | null;
    try {
      sent = await this.network.post(post.text, picture);
    } catch (error) {
      if (isDefinite(error)) await this.change(post, { uncertainSince: null });
      if (!(error instanceof NetworkHasIt)) throw error;
      sent = await this.lookFor(post, uncertainSince);
      if (!sent) throw new NetworkRefused('It has a post with the same words already.');
    }
    if (sent) await this.posted(post, sent);
    else await this.end(post, 'skipped', 'This marketplace is not connected to X.');
  }

  private lookFor(post: SocialPost, since: Date): Promise<RemotePost | null> {
    const posts = this.database.repository(SocialPost);
    return this.network.find(post.text, new Date(since.getTime() - LOOK_BACK_MS), async (ids) => {
      const known = await posts.find({ where: { remoteId: In(ids) }, select: { id: true, remoteId: true } });
      return new Set(known.flatMap(({ id, remoteId }) => (remoteId && id !== post.id ? remoteId : [])));
    });
  }

  private async withdraw(post: SocialPost): Promise<void> {
    if (post.remoteId) await this.network.delete(post.remoteId);
    await this.end(post, 'withdrawn', null);
  }

  /** What was withdrawn meanwhile is deleted in the next round. */
  private async posted(post: SocialPost, { id: remoteId, url }: RemotePost): Promise<void> {
    const sent = { remoteId, url, postedAt: new Date(), uncertainSince: null, attempts: 0 };
    const { isWithdrawn } = await this.subjects.get(post.subject, post.subjectId);
    if (isWithdrawn) await this.change(post, { ...sent, status: 'withdrawing', lockedUntil: null });
    else await this.change(post, { ...sent, status: 'posted', reason: null, held: false, lockedUntil: null });
  }

  private end(post: SocialPost, status: SocialPost['status'], reason: string | null): Promise<void> {
    const over = { held: false, lockedUntil: null, uncertainSince: null };
    return this.change(post, { ...over, status, reason, ...(status === 'withdrawn' && { url: null }) });
  }

  private async postpone(post: SocialPost, error: unknown): Promise<void> {
    this.log.warn({ err: error, postId: post.id, attempt: post.attempts + 1 }, 'Could not post');
    if (error instanceof NetworkRefused) {
      const reason = `X refused it: ${error.message}`.slice(0, 300);
      return this.fail(post, post.status === 'withdrawing' ? 'posted' : 'failed', reason);
    }
    const isOld = Date.now() - post.createdAt.getTime() > GIVEN_UP_AFTER_MS;
    if (isOld && post.status === 'waiting' && !(error instanceof NetworkLimited))
      return this.fail(post, 'failed', GIVEN_UP);
    const attempts = post.attempts + 1;
    const runAt = error instanceof NetworkLimited ? error.until : new Date(Date.now() + pauseAfter(attempts));
    await this.change(post, {
      attempts,
      runAt,
      reason: whyLater(error),
      held: isOfNetwork(error),
      lockedUntil: null,
    });
  }

  private fail(post: SocialPost, status: 'posted' | 'failed', reason: string): Promise<void> {
    return this.database.run(async () => {
      await this.change(post, { status, reason, held: false, lockedUntil: null });
      const { subject, subjectId, storeId } = post;
      if (status === 'failed') await this.events.publish(new AnnouncementFailed(subject, subjectId, storeId));
    });
  }

  private async isMonthFull(): Promise<boolean> {
    const { x } = this.config.social;
    if (!x) return false;
    const sent = this.database.repository(SocialPost).countBy({ postedAt: MoreThanOrEqual(thisMonth()) });
    return (await sent) >= x.monthlyCap;
  }

  private async change({ id }: SocialPost, to: Partial<SocialPost>): Promise<void> {
    await this.database.run(() => this.database.repository(SocialPost).update({ id }, to));
  }
}

/** By our own count. */
class MonthFull extends NetworkLimited {}

const MONTH_FULL =
  'The marketplace has posted as much as it may this month. It is posted when the next one begins.';
const LIMITED = 'X takes no more posts for now. It is posted when it does again.';
const LOCKED_OUT =
  'X does not let the marketplace in, which its operators must mend. It is posted when they have.';
const NO_ANSWER = 'X does not answer. It is tried again by itself.';
const GIVEN_UP = 'It could not be posted for a day. You can try it again.';

function whyLater(error: unknown): string {
  if (error instanceof MonthFull) return MONTH_FULL;
  if (error instanceof NetworkLimited) return LIMITED;
  return error instanceof NetworkLockedOut ? LOCKED_OUT : NO_ANSWER;
}

const isOneOf = (error: unknown, ...kinds: (abstract new (...args: never[]) => Error)[]) =>
  kinds.some((kind) => error instanceof kind);
/** Nothing was posted. */
const isDefinite = (error: unknown) =>
  isOneOf(error, NetworkLimited, NetworkLockedOut, NetworkRefused, NetworkUnreachable);
/** Others would fare no better. */
const isOfNetwork = (error: unknown) =>
  isOneOf(error, NetworkLimited, NetworkLockedOut, NetworkSilent, NetworkUnreachable);

function mayBeThere(error: unknown): never {
  if (!(error instanceof NetworkRefused)) throw error;
  throw new NetworkRefused(`${error.message} It may have been posted before; look there.`);
}

const pauseAfter = (attempts: number) =>
  Math.min(1000 * 2 ** attempts, LONGEST_PAUSE_MS) * (0.75 + Math.random() / 4);

function thisMonth(later = 0): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later));
}
