import { Controller, Get, Res } from '@nestjs/common';
import { Liveness, Readiness } from '@souk/contracts/common.dto';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/access';
import { Database } from '../database/database';
import { Limit } from '../limits/limits';
import { SharedRedis } from '../redis/shared-redis';

@Controller('health')
@Limit('none')
@Public()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly redis: SharedRedis,
  ) {}

  /** The process is up. */
  @Get('live')
  live(): Liveness {
    return { status: 'up' };
  }

  /** The database answers and is migrated; 503 otherwise. Redis is named where there is one, but can be done without. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const needed = await this.needed();
    const ready = Object.values(needed).every((state) => state === 'up');
    reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    const redis = this.redis.state;
    return { status: ready ? 'ready' : 'unavailable', parts: redis ? { ...needed, redis } : needed };
  }

  private async needed(): Promise<Record<string, string>> {
    try {
      await this.database.ping();
      return { database: 'up', migrations: (await this.database.pendingMigrations()) ? 'pending' : 'up' };
    } catch {
      return { database: 'unreachable', migrations: 'unknown' };
    }
  }
}
