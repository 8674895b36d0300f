import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { MadePicture, PictureProblem, Wanted } from './picture-work';

export interface Task {
  bytes: Buffer;
  wanted: Wanted;
}

type Made = MadePicture | { problem: PictureProblem };
type Answer = { made: Made } | { error: string };

const LONGEST_MS = 60_000;
const IDLE_MS = 10_000;

/**
 * Decodes and encodes in a process of its own, one picture after the other. Whatever a hostile one makes of the decoder,
 * a gigabyte of memory or a crash, ends with that process, and nobody else waits for its threads. It starts with the
 * first task and ends when there has been none for a while.
 */
export class PictureProcess {
  private readonly logger = new Logger('Pictures');
  private child?: ChildProcess;
  private idle?: NodeJS.Timeout;
  private last: Promise<unknown> = Promise.resolve();
  /** Tasks that have not ended. */
  waiting = 0;

  /** @param isUrgent somebody waits for it; otherwise it leaves the processor to those who do */
  constructor(private readonly isUrgent: boolean) {}

  /** In the order of asking. A picture that ends the process, or takes a minute, is unreadable. */
  make(bytes: Buffer, wanted: Wanted): Promise<Made> {
    this.waiting += 1;
    const made = this.last.then(() => this.work({ bytes, wanted }));
    this.last = made
      .catch(() => undefined)
      .finally(() => {
        this.waiting -= 1;
        this.idle = setTimeout(() => this.stop(), IDLE_MS);
      });
    return made;
  }

  stop(): void {
    clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private async work(task: Task): Promise<Made> {
    clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    const over = new AbortController();
    const { signal } = over;
    const tooLong = setTimeout(() => this.stop(), LONGEST_MS);
    try {
      child.send(task);
      const [answer] = (await Promise.race([
        once(child, 'message', { signal }),
        once(child, 'exit', { signal }).then((how) => [this.ended(how)]),
      ])) as [Answer];
      if ('error' in answer) throw new Error(`A picture could not be made: ${answer.error}`);
      return answer.made;
    } finally {
      clearTimeout(tooLong);
      over.abort();
    }
  }

  private start(): ChildProcess {
    // it gets none of the secrets
    const child = fork(join(__dirname, 'picture-child.js'), [], {
      serialization: 'advanced',
      execArgv: [],
      env: {},
    });
    const gone = () => {
      if (this.child === child) this.child = undefined;
    };
    // an error may come after the task that it is about, when nobody listens any more: bytes for a process that has ended
    child.once('exit', gone).on('error', gone);
    if (!this.isUrgent && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    return child;
  }

  private ended([code, signal]: unknown[]): Answer {
    this.logger.warn({ code, signal }, 'A picture ended the process that decoded it');
    return { made: { problem: 'unreadable' } };
  }
}
