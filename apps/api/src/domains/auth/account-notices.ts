import { Injectable } from '@nestjs/common';
import { Like } from 'typeorm';
import { Config } from '../../config/config';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OutboxEntry } from '../../platform/events/outbox-entry.entity';
import { Mail } from '../../platform/mail/mail';
import { EmailChanged, PasswordChanged, UserErased } from '../users/users.events';
import { UsersService } from '../users/users.service';

/** Tells owners what was done to their accounts, in case that it was not they who did it. */
@Injectable()
export class AccountNotices {
  constructor(
    events: Events,
    private readonly config: Config,
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly mail: Mail,
  ) {
    events.on(EmailChanged, 'account-mails', (fact) => this.tellFormerAddress(fact));
    events.on(PasswordChanged, 'account-mails', (fact) => this.tellOfPassword(fact));
    events.lane('account-mails', 4);
    events.during(UserErased, ({ userId }) => this.forgetFormerAddresses(userId));
  }

  private async tellFormerAddress({ userId, former }: EmailChanged): Promise<void> {
    const { user } = await this.users.account(userId);
    if (!user.isActive) return;
    await this.mail.send({
      to: former,
      subject: 'Your e-mail address was changed',
      paragraphs: [
        `Hello ${user.username},`,
        'Your account at Souk has another e-mail address now. We write to that one from now on.',
        'If it was not you, sign in with your username and your password, put your address back and choose a new password. That signs everybody else out.',
      ],
      action: { label: 'Look at your account', url: `${this.config.siteUrl}/profile` },
      closing: 'If it was you, there is nothing to do.',
    });
  }

  private async tellOfPassword({ userId }: PasswordChanged): Promise<void> {
    const { user } = await this.users.account(userId);
    if (!user.isActive) return;
    await this.mail.send({
      to: user.email,
      subject: 'Your password was changed',
      paragraphs: [
        `Hello ${user.username},`,
        'The password of your account at Souk was changed, and every device was signed out.',
        'If it was not you, choose a new password at once.',
      ],
      action: { label: 'Choose a new password', url: `${this.config.siteUrl}/forgot-password` },
      closing: 'If it was you, there is nothing to do.',
    });
  }

  /** The outbox keeps what was told for a while. */
  private async forgetFormerAddresses(userId: number): Promise<void> {
    const payload = Like(`{"userId":${userId},%`);
    await this.database.repository(OutboxEntry).delete({ type: EmailChanged.name, payload });
  }
}
