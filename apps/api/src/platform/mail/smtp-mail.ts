import { MailerService } from '@nestjs-modules/mailer';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Config } from '../../config/config';
import { Events } from '../events/events';
import { Hopeless } from '../events/hopeless';
import { Turns } from '../limits/turns';
import { asHtml, asText } from './layout';
import { headersOf, Mail, type Letter } from './mail';
import { AT_ONCE } from './smtp-url';

/** How often a server that was away is asked whether it is back. */
const LOOK_MS = 15_000;
/** Of this letter, its sender or its receiver: the others may fare better. */
const ABOUT_A_LETTER = new Set(['EENVELOPE', 'EMESSAGE']);
/** "Service not available, closing" (RFC 5321, 4.2.3). */
const CLOSING = 421;

/** Such as "550 5.1.1 User unknown" (RFC 3463): whatever the server is asked later, it says the same. */
const NO_SUCH_ADDRESS = /^5\d\d[ -]5\.1\.[1236]\b/;

interface Refusal {
  code?: string;
  responseCode?: number;
  response?: string;
}

/** Nothing can be sent now, whatever the letter. */
class MailServerAway extends Error {
  override readonly name = 'MailServerAway';
}

/**
 * Sends a few letters at once. When the server is away the others fail at once instead of waiting for it; as soon as it
 * is back, all that failed because of it is due.
 */
@Injectable()
export class SmtpMail extends Mail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Mail');
  private readonly turns = new Turns(AT_ONCE, Infinity);
  private isAway = false;
  private isStopping = false;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly config: Config,
    private readonly mailer: MailerService,
    private readonly events: Events,
  ) {
    super();
  }

  send(letter: Letter): Promise<void> {
    return this.turns.take(async () => {
      if (this.isAway) throw new MailServerAway('It was away a moment ago.');
      const message = this.messageOf(letter);
      try {
        await this.mailer.sendMail(message);
      } catch (error) {
        throw this.meaningOf(error);
      }
    });
  }

  /** What an earlier process could not send need not wait as long as it would have there. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.worker !== 'off') await this.events.hasten(MailServerAway.name);
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
    clearTimeout(this.timer);
  }

  private meaningOf(error: unknown): unknown {
    const { code = '', responseCode, response = '' } = error as Refusal;
    if (NO_SUCH_ADDRESS.test(response)) return new Hopeless(response);
    if (ABOUT_A_LETTER.has(code) && responseCode !== CLOSING) return error;
    this.noteAway(error);
    return new MailServerAway(error instanceof Error ? error.message : String(error));
  }

  private messageOf(letter: Letter) {
    const { id, to, subject } = letter;
    const messageId = id && `<${id}@${new URL(this.config.siteUrl).hostname}>`;
    return { messageId, to, subject, html: asHtml(letter), text: asText(letter), headers: headersOf(letter) };
  }

  private noteAway(error: unknown): void {
    if (this.isAway) return;
    this.isAway = true;
    this.logger.warn({ err: error }, 'The mail server is away; it is asked again and again');
    this.lookLater();
  }

  private lookLater(): void {
    if (!this.isStopping) this.timer = setTimeout(() => void this.look(), LOOK_MS).unref();
  }

  /** Whether the server is back. */
  async look(): Promise<void> {
    clearTimeout(this.timer);
    try {
      if (await this.mailer.verifyAllTransporters()) {
        this.isAway = false;
        this.logger.log('The mail server is back');
        return await this.events.hasten(MailServerAway.name);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'Could not hasten what waits for the mail server');
    }
    this.lookLater();
  }
}
