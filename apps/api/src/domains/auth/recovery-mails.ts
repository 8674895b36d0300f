import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { Events } from '../../platform/events/events';
import { Mail } from '../../platform/mail/mail';
import { EmailChanged, UserRegistered } from '../users/users.events';
import { UsersService } from '../users/users.service';
import { confirmLetter, resetLetter, welcomeLetter } from './account-letters';
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
    events.during(UserRegistered, ({ userId }) => events.publish(new EmailUnconfirmed(userId, true)));
    events.during(EmailChanged, ({ userId }) => events.publish(new EmailUnconfirmed(userId, false)));
    events.on(EmailUnconfirmed, 'account-mails', (fact, eventId) => this.askToConfirm(fact, eventId));
    events.on(PasswordForgotten, 'account-mails', ({ userId }, eventId) => this.offerReset(userId, eventId));
  }

  private async askToConfirm({ userId, isNew }: EmailUnconfirmed, eventId: number): Promise<void> {
    const { user, profile } = await this.users.account(userId);
    if (user.emailVerifiedAt || !user.isActive) return;
    const url = this.link('verify-email', await this.tokens.issue(user, 'verify'));
    const { username, email: to } = user;
    const letter = isNew
      ? welcomeLetter({ username, userType: profile.userType }, url)
      : confirmLetter(user, url);
    await this.mail.send({ ...letter, cause: `${isNew ? 'welcome' : 'confirm-address'}:${eventId}`, to });
  }

  private async offerReset(userId: number | null, eventId: number): Promise<void> {
    if (userId === null) return;
    const { user } = await this.users.account(userId);
    if (!user.isActive) return;
    const url = this.link('reset-password', await this.tokens.issue(user, 'reset'));
    await this.mail.send({ ...resetLetter(user, url), cause: `reset:${eventId}`, to: user.email });
  }

  private link(page: string, token: string): string {
    return `${this.config.siteUrl}/${page}?token=${token}`;
  }
}
