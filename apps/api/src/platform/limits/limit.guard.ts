import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../config/config';
import { RateLimitExceeded } from '../http/errors';
import { Accounts } from './accounts';
import { Callers, addressOf } from './callers';
import { LIMIT, ratesOf, type LimitName, type Rate } from './limits';
import { SharedCounts } from './shared-counts';

interface Standing {
  most: number;
  remaining: number;
  /** Seconds. */
  reset: number;
}

/** Before all other guards: what is refused here has cost next to nothing. */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
    private readonly callers: Callers,
    private readonly accounts: Accounts,
    private readonly counts: SharedCounts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.config.rateLimitScale === 0) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const declared = this.reflector.getAllAndOverride<LimitName | undefined>(LIMIT, [
      context.getHandler(),
      context.getClass(),
    ]);
    let tightest: Standing | undefined;
    for (const rate of ratesOf(request.method, declared)) {
      const standing = await this.count(rate, declared ?? 'read', request, reply);
      if (standing && (!tightest || standing.remaining < tightest.remaining)) tightest = standing;
    }
    if (tightest) announce(tightest, reply);
    return true;
  }

  /** Null for a rate that does not concern this request. @throws RateLimitExceeded */
  private async count(rate: Rate, name: LimitName, request: FastifyRequest, reply: FastifyReply) {
    const known = this.callers.holder(request);
    const account = rate.per === 'account' ? await this.accounts.keyOf(request.body) : null;
    if (rate.per === 'account' && !account) return null;
    const holder = account ?? (rate.per === 'caller' ? known : null);
    const most = this.scaled(known ? rate.most : (rate.mostAnonymous ?? rate.most));
    const key = `${name}:${rate.per}:${holder ?? `address:${addressOf(request)}`}`;
    const hit = await this.counts.count(key, rate.seconds * 1000, most);
    if (hit.allowed) return { most, remaining: Math.max(0, most - hit.hits), reset: hit.seconds };
    const retryAfter = Math.max(1, hit.seconds);
    announce({ most, remaining: 0, reset: retryAfter }, reply);
    throw new RateLimitExceeded(retryAfter);
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
