import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Config } from '../../config/config';

/** Work that is due again and again in whichever process runs jobs; one round at a time, the last one awaited. */
export abstract class PeriodicJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(this.constructor.name);
  private timer?: NodeJS.Timeout;
  protected round?: Promise<void>;

  constructor(
    private readonly settings: Pick<Config, 'worker'>,
    private readonly everyMs: number,
  ) {}

  protected abstract work(): Promise<void>;

  onApplicationBootstrap(): void {
    if (this.settings.worker === 'off') return;
    this.timer = setInterval(() => this.start(), this.everyMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  /** Now, unless a round is under way. */
  protected start(): void {
    this.round ??= this.work()
      .catch((error: unknown) =>
        this.logger.error({ err: error }, 'A round failed; the next one tries again'),
      )
      .finally(() => (this.round = undefined));
  }
}
