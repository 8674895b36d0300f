import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { HostNotFound, HostNotPublic, PublicFetch } from '../../platform/network/public-fetch';
import type { Delivery } from './delivery.entity';
import { TargetRefused, Targets } from './targets';
import { WebhookSecrets } from './webhook-secrets';

const TIMEOUT_MS = 10_000;
/** Of an answer's body. */
const READ_BYTES = 2048;
/** Its status has come by then: nobody else waits for the rest. */
const READ_MS = 1000;
const GONE = 410;
/** What a proxy says of a server that is not there, and a server of too much to do. */
const AWAY = new Set([429, 502, 503, 504]);

export interface Outcome {
  sentAt: Date;
  requestHeaders: Record<string, string>;
  /** Null: no answer. */
  responseStatus: number | null;
  responseBody: string | null;
  duration: number;
  /** What was wrong, in a sentence; null: it is delivered. */
  reason: string | null;
  /** Other events would fare no better now. */
  isAway: boolean;
  /** Asks never to be sent anything again. */
  isGone: boolean;
}

type Answered = Pick<Outcome, 'responseStatus' | 'responseBody' | 'reason' | 'isAway'>;

/** Sends one event to one endpoint, signed as https://www.standardwebhooks.com has it. */
@Injectable()
export class WebhookCaller {
  constructor(
    private readonly config: Config,
    private readonly targets: Targets,
    private readonly secrets: WebhookSecrets,
    private readonly publicly: PublicFetch,
  ) {}

  /** Whatever comes of it is an outcome. @throws the signal's reason when it is aborted */
  async call({ endpoint, event }: Delivery, stopping: AbortSignal): Promise<Outcome> {
    const sentAt = new Date();
    const timestamp = Math.floor(sentAt.getTime() / 1000);
    const requestHeaders: Record<string, string> = {
      'content-type': 'application/json',
      'user-agent': 'Souk-Webhooks/1',
      'webhook-id': String(event.id),
      'webhook-timestamp': String(timestamp),
    };
    const outcome = (answered: Answered): Outcome => ({
      ...{ sentAt, requestHeaders, ...answered, duration: Date.now() - sentAt.getTime() },
      isGone: answered.responseStatus === GONE,
    });
    try {
      const signature = this.secrets.sign(endpoint, event.id, timestamp, event.body);
      requestHeaders['webhook-signature'] = signature;
    } catch {
      return outcome(failed('Its secret cannot be read any more. Make a new one.'));
    }
    const inTime = AbortSignal.timeout(TIMEOUT_MS);
    const signal = AbortSignal.any([inTime, stopping]);
    try {
      return outcome(await this.send(endpoint.url, requestHeaders, event.body, signal));
    } catch (error) {
      stopping.throwIfAborted();
      return outcome(failed(inTime.aborted ? TOO_LATE : wordsFor(error), !(error instanceof TargetRefused)));
    }
  }

  private async send(
    address: string,
    headers: Record<string, string>,
    body: string,
    signal: AbortSignal,
  ): Promise<Answered> {
    const response = await this.publicly.open(this.targets.judge(address), {
      ...{ method: 'POST', signal, body, loopback: this.config.webhookLoopback },
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      // a connection of its own: one that was kept may be closed by the other side just now
      agent: false,
    });
    const responseStatus = response.statusCode ?? 0;
    const responseBody = await beginningOf(response);
    const isAway = AWAY.has(responseStatus);
    return { responseStatus, responseBody, isAway, reason: problemOf(responseStatus) };
  }
}

const TOO_LATE = `It did not answer within ${TIMEOUT_MS / 1000} seconds.`;

const failed = (reason: string, isAway = false): Answered => ({
  ...{ responseStatus: null, responseBody: null },
  ...{ reason, isAway },
});

function problemOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `It answered ${status}, a redirect. Redirects are not followed: give the address that it leads to.`;
  return status === GONE ? 'It answered 410: nothing is wanted there any more.' : `It answered ${status}.`;
}

function wordsFor(error: unknown): string {
  if (error instanceof TargetRefused) return `Its address is not taken: it ${error.message}.`;
  if (error instanceof HostNotFound) return 'Its host was not found.';
  if (error instanceof HostNotPublic) return 'Its host is not on the public internet.';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `The connection failed (${code}).` : 'The connection failed.';
}

/** Whatever comes after it, or does not: the status is what counts. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const end = setTimeout(() => response.destroy(), READ_MS);
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= READ_BYTES) break;
    }
  } catch {
    // cut off, or too slow
  } finally {
    clearTimeout(end);
  }
  return Buffer.concat(chunks).subarray(0, READ_BYTES).toString('utf8');
}
