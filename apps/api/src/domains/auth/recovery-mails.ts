import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { Events } from '../../platform/events/events';
import { Mail } from '../../platform/mail/mail';
import { EmailChanged, UserRegistered } from '../users/users.events';
import { UsersService } from '../users/users.service';
import { AccountTokens } from './account-tokens';
import { EmailUnconfirmed, PasswordForgotten } from './recovery.events';

/**
 * Sends the links. Tokens are made here, not where they are asked for, so that the outbox never holds one. A letter
 * that is tried again therefore carries a new token, which is the only one that works.
 */
@Injectable()
export class RecoveryMails {
  constructor(
    events: Events,
    private readonly config: Config,
    private readonly users: UsersService,
    private readonly tokens: AccountTokens,
    private readonly mail: Mail,
  ) {
    // A fact of its own, so that this mail is not sent again when something else about the change is tried again.
    const ask = ({ userId }: { userId: number }) => events.publish(new EmailUnconfirmed(userId));
    events.during(UserRegistered, ask);
    events.during(EmailChanged, ask);
    events.on(EmailUnconfirmed, 'account-mails', ({ userId }) => this.askToConfirm(userId));
    events.on(PasswordForgotten, 'account-mails', ({ userId }) => this.offerReset(userId));
  }

  private async askToConfirm(userId: number): Promise<void> {
    const { user } = await this.users.account(userId);
    if (user.emailVerifiedAt || !user.isActive) return;
    await this.mail.send({
      to: user.email,
      subject: 'Confirm your e-mail address',
      paragraphs: [
        `Hello ${user.username},`,
        'Please confirm that this is your e-mail address. It is where we write to about your orders, and how you get back in should you forget your password.',
      ],
      action: {
        label: 'Confirm this address',
        url: this.link('verify-email', await this.tokens.issue(user, 'verify')),
      },
      closing: 'The link works once, within three days. If you have no account at Souk, ignore this mail.',
    });
  }

  private async offerReset(userId: number | null): Promise<void> {
    if (userId === null) return;
    const { user } = await this.users.account(userId);
    if (!user.isActive) return;
    await this.mail.send({
      to: user.email,
      subject: 'Choose a new password',
      paragraphs: [
        `Hello ${user.username},`,
        'Somebody, hopefully you, has forgotten the password of your account at Souk. Choose a new one here; it signs you out everywhere.',
      ],
      action: {
        label: 'Choose a new password',
        url: this.link('reset-password', await this.tokens.issue(user, 'reset')),
      },
      closing:
        'The link works once, within one hour. If it was not you, ignore this mail: nothing has changed.',
    });
  }

  private link(page: string, token: string): string {
    return `${this.config.siteUrl}/${page}?token=${token}`;
  }
}
