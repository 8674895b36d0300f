import { Controller, Get, Res } from '@nestjs/common';
import { Liveness, Readiness } from '@souk/contracts/common.dto';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/access';
import { Database } from '../database/database';
import { Limit } from '../limits/limits';

@Controller('health')
@Limit('none')
@Public()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process is up. */
  @Get('live')
  live(): Liveness {
    return { status: 'up' };
  }

  /** The database answers and is migrated; 503 otherwise. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const parts = await this.parts();
    const ready = Object.values(parts).every((state) => state === 'up');
    reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ready' : 'unavailable', parts };
  }

  private async parts(): Promise<Record<string, string>> {
    try {
      await this.database.ping();
      return { database: 'up', migrations: (await this.database.pendingMigrations()) ? 'pending' : 'up' };
    } catch {
      return { database: 'unreachable', migrations: 'unknown' };
    }
  }
}
