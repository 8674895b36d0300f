import { Agent as PlainAgent } from 'node:http';
import { Agent } from 'node:https';
import { Injectable } from '@nestjs/common';
import { ApiPartialResponseError, ApiRequestError, ApiResponseError, TwitterApi } from 'twitter-api-v2';
import type { XConfig } from '../../config/social';
import {
  NetworkHasIt,
  NetworkLimited,
  NetworkLockedOut,
  NetworkRefused,
  NetworkSilent,
  NetworkUnreachable,
  SocialNetwork,
  type PostPicture,
  type RemotePost,
} from './social-network';
import { sameWords } from './same-words';

/** Where 429 does not say until when. */
const PAUSE_MS = 15 * 60_000;
/** Nobody has listened, so nobody has acted. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const STATUS_IS_A_DUPLICATE = 187;
const NO_SUCH_STATUS = 144;
const RECENT = 100;

interface Recent {
  id: string;
  text: string;
}

@Injectable()
export class XNetwork extends SocialNetwork {
  private readonly client: TwitterApi;

  constructor(private readonly x: XConfig) {
    super();
    const { appKey, appSecret, accessToken, accessSecret, apiBase, timeoutMs } = x;
    const isPlain = apiBase?.startsWith('http:');
    this.client = new TwitterApi(
      { appKey, appSecret, accessToken, accessSecret },
      {
        // the library speaks TLS unless its agent does not
        httpAgent: isPlain ? (new PlainAgent() as Agent) : new Agent(),
        plugins: [
          {
            onBeforeRequestConfig: ({ params }) => {
              params.timeout = timeoutMs;
              if (params.url.startsWith('https://upload.x.com/')) params.forceBodyMode = 'form-data';
              if (apiBase) params.url = params.url.replace(/^https:\/\/\w+\.x\.com/, apiBase);
            },
          },
        ],
      },
    );
  }

  async post(text: string, picture: PostPicture | null): Promise<RemotePost> {
    const media = picture && (await this.asked(() => this.upload(picture)).catch(withoutPicture));
    return this.asked(async () => {
      if (this.x.api === 'v1.1') {
        const options = media ? { media_ids: media } : {};
        return toRemote((await this.client.v1.tweet(text, options)).id_str);
      }
      const options = media ? { media: { media_ids: [media] as [string] } } : {};
      return toRemote((await this.client.v2.tweet(text, options)).data.id);
    });
  }

  async find(
    text: string,
    since: Date,
    known: (ids: string[]) => Promise<Set<string>>,
  ): Promise<RemotePost | null> {
    const recent = await this.asked(() => this.recent(since));
    const same = recent.filter((each) => sameWords(each.text, text));
    const taken = await known(same.map(({ id }) => id));
    const found = same.find(({ id }) => !taken.has(id));
    return found ? toRemote(found.id) : null;
  }

  async delete(id: string): Promise<void> {
    await this.asked(async () => {
      if (this.x.api === 'v1.1') await this.client.v1.deleteTweet(id);
      else await this.client.v2.deleteTweet(id);
    }).catch((error: unknown) => {
      if (!(error instanceof NetworkGone)) throw error;
    });
  }

  private upload({ bytes, type }: PostPicture): Promise<string> {
    if (this.x.api === 'v1.1') return this.client.v1.uploadMedia(bytes, { mimeType: type });
    return this.client.v2.uploadMedia(bytes, {
      media_type: type as 'image/webp',
      media_category: 'tweet_image',
    });
  }

  /** Of the account, newest first. */
  private async recent(since: Date): Promise<Recent[]> {
    const userId = this.x.accessToken.split('-')[0] ?? '';
    if (this.x.api === 'v1.1') {
      const { tweets } = await this.client.v1.userTimeline(userId, { count: RECENT, exclude_replies: true });
      return tweets
        .filter(({ created_at: at }) => new Date(at) >= since)
        .map(({ id_str: id, full_text, text }) => ({ id, text: full_text ?? text }));
    }
    const { tweets } = await this.client.v2.userTimeline(userId, {
      max_results: RECENT,
      start_time: `${since.toISOString().slice(0, 19)}Z`,
    });
    return tweets;
  }

  private async asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw meaningOf(error);
    }
  }
}

/** Deleted before. */
class NetworkGone extends NetworkRefused {}

const toRemote = (id: string): RemotePost => ({ id, url: `https://x.com/i/web/status/${id}` });

/** A picture that is not taken is no reason to be silent. What was not answered has posted nothing. */
function withoutPicture(error: unknown): null {
  if (error instanceof NetworkRefused) return null;
  throw error instanceof NetworkSilent ? new NetworkUnreachable(error.message) : error;
}

function meaningOf(error: unknown): unknown {
  if (error instanceof ApiRequestError) {
    const { code = '', message } = causeOf(error);
    return NOT_SENT.has(code) ? new NetworkUnreachable(message) : new NetworkSilent(message);
  }
  if (error instanceof ApiPartialResponseError) return new NetworkSilent(error.message);
  if (!(error instanceof ApiResponseError)) return error;
  const { code, data } = error;
  const said = data.detail ?? data.title ?? error.message;
  if (code === 429) return new NetworkLimited(resetOf(error));
  if (code === 401) return new NetworkLockedOut(said);
  if (code >= 500) return new NetworkSilent(said);
  if (error.hasErrorCode(STATUS_IS_A_DUPLICATE) || (code === 403 && /duplicate content/i.test(said)))
    return new NetworkHasIt(said);
  if (code === 404 || error.hasErrorCode(NO_SUCH_STATUS)) return new NetworkGone(said);
  return new NetworkRefused(said);
}

/** Which the library keeps under another name than it reads. */
function causeOf(error: ApiRequestError): NodeJS.ErrnoException {
  const { _options: kept } = error as unknown as { _options?: { error?: Error } };
  return kept?.error ?? error;
}

/** The limit that is used up; several are told of. */
function resetOf({ rateLimit }: ApiResponseError): Date {
  const used = [rateLimit, rateLimit?.day, rateLimit?.userDay].flatMap((limit) =>
    limit && limit.remaining === 0 ? limit.reset : [],
  );
  const seconds = Math.max(...used, 0);
  return seconds * 1000 > Date.now() ? new Date(seconds * 1000) : new Date(Date.now() + PAUSE_MS);
}
