import { RateLimitExceeded } from '../http/errors';

/** Lets a few work at once, some more wait for their turn, and sends everybody else away. */
export class Turns {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws RateLimitExceeded when too many wait already */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.working < this.atOnce) this.working += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.working -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.mostWaiting) throw new RateLimitExceeded(RETRY_SECONDS);
    return new Promise((begin) => this.waiting.push(begin));
  }
}

const RETRY_SECONDS = 1;
