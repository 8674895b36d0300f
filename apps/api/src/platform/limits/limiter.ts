import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../config/config';
import type { Actor } from '../access/actor';
import { RateLimitExceeded } from '../http/errors';
import { Accounts } from './accounts';
import { Callers, addressOf } from './callers';
import { RATES, ratesOf, type LimitName, type Rate } from './limits';
import { SharedCounts } from './shared-counts';

interface Standing {
  most: number;
  remaining: number;
  /** Seconds. */
  reset: number;
}

/** Counts requests against the rates of their routes. */
@Injectable()
export class Limiter {
  constructor(
    private readonly config: Config,
    private readonly callers: Callers,
    private readonly accounts: Accounts,
    private readonly counts: SharedCounts,
  ) {}

  /** Before anything else is known of the request. @throws RateLimitExceeded */
  arrived(request: FastifyRequest, reply: FastifyReply, declared?: LimitName): Promise<void> {
    const rates = ratesOf(request.method, declared).filter(({ counts }) => counts !== 'valid');
    return this.count(rates, declared ?? 'read', request, reply);
  }

  /** What `arrived` left out: called by the route, when the input is valid and the caller known. @throws RateLimitExceeded */
  valid(name: LimitName, request: FastifyRequest, reply: FastifyReply, actor?: Actor): Promise<void> {
    const rates: readonly Rate[] = RATES[name];
    return this.count(
      rates.filter(({ counts }) => counts === 'valid'),
      name,
      request,
      reply,
      actor,
    );
  }

  /** Whether the account of that name, if there is one, may have one more: for what is left out without a word. */
  async allows(name: LimitName, login: string): Promise<boolean> {
    if (this.config.rateLimitScale === 0) return true;
    const account = await this.accounts.keyOf({ username: login });
    for (const { per, most, seconds } of RATES[name]) {
      const hit = await this.counts.count(`${name}:${per}:${account}`, seconds * 1000, this.scaled(most));
      if (!hit.allowed) return false;
    }
    return true;
  }

  private async count(
    rates: readonly Rate[],
    name: LimitName,
    request: FastifyRequest,
    reply: FastifyReply,
    actor?: Actor,
  ): Promise<void> {
    if (this.config.rateLimitScale === 0) return;
    let tightest: Standing | undefined;
    for (const rate of rates) {
      const standing = await this.countOne(rate, name, request, reply, actor);
      if (standing && (!tightest || standing.remaining < tightest.remaining)) tightest = standing;
    }
    if (tightest) announce(tightest, reply);
  }

  /** Null for a rate that does not concern this request. */
  private async countOne(
    rate: Rate,
    name: LimitName,
    request: FastifyRequest,
    reply: FastifyReply,
    actor?: Actor,
  ): Promise<Standing | null> {
    const known = actor ? `user:${actor.id}` : this.callers.holder(request);
    const account = rate.per === 'account' ? await this.accountOf(request, actor) : null;
    if (rate.per === 'account' && !account) return null;
    const holder = account ?? (rate.per === 'caller' ? known : null);
    const most = this.scaled(known ? rate.most : (rate.mostAnonymous ?? rate.most));
    const counter = rate.with ?? (rate.counts ? `${name}:${rate.counts}` : name);
    const key = `${counter}:${rate.per}:${holder ?? `address:${addressOf(request)}`}`;
    const hit = await this.counts.count(key, rate.seconds * 1000, most);
    if (hit.allowed) return { most, remaining: Math.max(0, most - hit.hits), reset: hit.seconds };
    const retryAfter = Math.max(1, hit.seconds);
    announce({ most, remaining: 0, reset: retryAfter }, reply);
    throw new RateLimitExceeded(retryAfter);
  }

  private async accountOf(request: FastifyRequest, actor?: Actor): Promise<string | null> {
    return actor ? `user:${actor.id}` : this.accounts.keyOf(request.body);
  }

  private scaled = (most: number) => Math.max(1, Math.round(most * this.config.rateLimitScale));
}

function announce({ most, remaining, reset }: Standing, reply: FastifyReply): void {
  void reply.headers({
    'ratelimit-limit': most,
    'ratelimit-remaining': remaining,
    'ratelimit-reset': Math.max(0, reset),
  });
}
