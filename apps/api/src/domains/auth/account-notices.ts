import { Injectable } from '@nestjs/common';
import { Like } from 'typeorm';
import { Config } from '../../config/config';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OutboxEntry } from '../../platform/events/outbox-entry.entity';
import { Mail } from '../../platform/mail/mail';
import { EmailChanged, PasswordChanged, UserErased } from '../users/users.events';
import { UsersService } from '../users/users.service';
import { addressChangedLetter, passwordChangedLetter } from './account-letters';

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
    events.on(EmailChanged, 'account-mails', (fact, eventId) => this.tellFormerAddress(fact, eventId));
    events.on(PasswordChanged, 'account-mails', (fact, eventId) => this.tellOfPassword(fact, eventId));
    events.lane('account-mails', 4);
    events.during(UserErased, ({ userId }) => this.forgetFormerAddresses(userId));
  }

  private async tellFormerAddress({ userId, former }: EmailChanged, eventId: number): Promise<void> {
    const { user } = await this.users.account(userId);
    if (!user.isActive) return;
    const letter = addressChangedLetter(user, `${this.config.siteUrl}/profile`);
    await this.mail.send({ ...letter, cause: `address-changed:${eventId}`, to: former });
  }

  private async tellOfPassword({ userId }: PasswordChanged, eventId: number): Promise<void> {
    const { user } = await this.users.account(userId);
    if (!user.isActive) return;
    const letter = passwordChangedLetter(user, `${this.config.siteUrl}/forgot-password`);
    await this.mail.send({ ...letter, cause: `password-changed:${eventId}`, to: user.email });
  }

  /** The outbox keeps what was told for a while. */
  private async forgetFormerAddresses(userId: number): Promise<void> {
    const payload = Like(`{"userId":${userId},%`);
    await this.database.repository(OutboxEntry).delete({ type: EmailChanged.name, payload });
  }
}
