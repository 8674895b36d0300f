import { Mail, type Letter } from './mail';
import type { MailLog } from './mail-log';

/** Notes what becomes of every letter. */
export class LoggedMail extends Mail {
  constructor(
    private readonly mail: Mail,
    private readonly log: MailLog,
  ) {
    super();
  }

  async send(letter: Letter): Promise<void> {
    try {
      await this.mail.send(letter);
    } catch (error) {
      await this.log.failed(letter, error);
      throw error;
    }
    await this.log.accepted(letter);
  }
}
