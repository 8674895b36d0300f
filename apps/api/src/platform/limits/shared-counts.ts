import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ThrottlerStorageService } from '@nestjs/throttler';
import { SharedRedis } from '../redis/shared-redis';

/**
 * The times of the requests that were let through in the last period, as the one in memory keeps them too. A counter
 * with an expiry would let through twice as many around the end of its period. The clock is Redis' own.
 */
const COUNT = `
local period, most = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local first = tonumber(redis.call('LINDEX', KEYS[1], 0))
while first and first + period <= now do
  redis.call('LPOP', KEYS[1])
  first = tonumber(redis.call('LINDEX', KEYS[1], 0))
end
local hits = redis.call('LLEN', KEYS[1])
if hits >= most then return {hits, first + period - now, 0} end
redis.call('RPUSH', KEYS[1], string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], period)
return {hits + 1, (first or now) + period - now, 1}`;

interface Hit {
  allowed: boolean;
  /** In the last period, this one included if it was allowed. */
  hits: number;
  /** Until there is room for one more. */
  seconds: number;
}

/** Counts in Redis, for all instances together; in this process's memory while there is no Redis that answers. */
@Injectable()
export class SharedCounts implements OnApplicationShutdown {
  private readonly memory = new ThrottlerStorageService();

  constructor(private readonly redis: SharedRedis) {}

  /** Lets at most `most` through in any period of `periodMs`. */
  async count(key: string, periodMs: number, most: number): Promise<Hit> {
    const answer = await this.redis.attempt((client) =>
      client.eval(COUNT, 1, `souk:limit:${key}`, periodMs, most),
    );
    if (!answer) return this.countHere(key, periodMs, most);
    const [hits, waitMs, allowed] = answer as [number, number, 0 | 1];
    return { allowed: allowed === 1, hits, seconds: Math.ceil(waitMs / 1000) };
  }

  onApplicationShutdown(): void {
    this.memory.onApplicationShutdown();
  }

  private async countHere(key: string, periodMs: number, most: number): Promise<Hit> {
    // a block of 0 s makes the storage count the last period, whenever it began
    const hit = await this.memory.increment(key, periodMs, most, 0, 'limit');
    if (hit.isBlocked) return { allowed: false, hits: most, seconds: hit.timeToBlockExpire };
    return { allowed: true, hits: hit.totalHits, seconds: hit.timeToExpire };
  }
}
