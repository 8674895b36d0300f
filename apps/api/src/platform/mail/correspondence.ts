import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../database/database';
import { Housekeeping } from '../jobs/housekeeping';
import { Mail, type Letter } from './mail';
import { SentMail } from './sent-mail.entity';

export type Words = Omit<Letter, 'id' | 'to' | 'cause'>;

/** Longer than any fact is told again. */
const REMEMBERED_MS = 60 * 24 * 3600_000;

/** Letters of which there is one per cause, however often the fact behind it is told. */
@Injectable()
export class Correspondence {
  private isSilent = false;

  constructor(
    private readonly database: Database,
    private readonly mail: Mail,
    housekeeping: Housekeeping,
  ) {
    housekeeping.contribute(SentMail, () => ({ sentAt: LessThan(new Date(Date.now() - REMEMBERED_MS)) }));
  }

  /**
   * Marked when it is sent: of what a killed process had in hand, one mail may go out again.
   *
   * @param cause what it is about, and to whom: `placed:31`, `sale:48`
   */
  async once(cause: string, to: string, words: () => Promise<Words>): Promise<void> {
    if (this.isSilent) return;
    const sent = this.database.repository(SentMail);
    if (await sent.existsBy({ cause })) return;
    const letter = await words();
    await this.mail.send({ ...letter, id: idOf(cause, to, letter.subject), cause, to });
    await sent.insert({ cause, sentAt: new Date() });
  }

  /** For facts that are no news to anybody. @param work ends when they have been told */
  async silently(work: () => Promise<void>): Promise<void> {
    this.isSilent = true;
    try {
      await work();
    } finally {
      this.isSilent = false;
    }
  }
}

const idOf = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
