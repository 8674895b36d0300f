import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { ValidationFailed } from '../../platform/http/errors';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import type { User } from '../users/user.entity';
import { EmailChanged, PasswordChanged } from '../users/users.events';
import { UsersService } from '../users/users.service';
import { AccountToken, type AccountTokenPurpose } from './account-token.entity';

const LIFETIME_MS: Record<AccountTokenPurpose, number> = {
  reset: 3600_000,
  verify: 3 * 24 * 3600_000,
};

/** What links in mails carry. Each works once, for the address that it went to, and only the newest of its purpose. */
@Injectable()
export class AccountTokens {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    events: Events,
    housekeeping: Housekeeping,
  ) {
    housekeeping.contribute(AccountToken, () => ({ expiresAt: LessThan(new Date()) }));
    // Whoever changes the password because somebody reads the mails must not be overtaken by a link in them.
    events.during(PasswordChanged, ({ userId }) => this.forget(userId, 'reset'));
    // Also should the account come back to this address: who reads its mails now may be somebody else.
    events.during(EmailChanged, async ({ userId }) => {
      await this.forget(userId, 'reset');
      await this.forget(userId, 'verify');
    });
  }

  /**
   * A token for the user's address; older ones of this purpose stop working.
   * @throws Error when it is the address no more: asked again it is for the new one
   */
  issue(user: User, purpose: AccountTokenPurpose): Promise<string> {
    return this.database.run(async () => {
      const { email } = await this.users.lock(user.id);
      if (email !== user.email) throw new Error('The address was changed meanwhile.');
      await this.forget(user.id, purpose);
      const token = randomBytes(32).toString('base64url');
      const createdAt = new Date();
      await this.database.repository(AccountToken).insert({
        tokenHash: hashSecret(token),
        userId: user.id,
        purpose,
        email,
        expiresAt: new Date(createdAt.getTime() + LIFETIME_MS[purpose]),
        usedAt: null,
        createdAt,
      });
      return token;
    });
  }

  /** Whose it is; refuses a worthless token before anything dear is done for it. @throws ValidationFailed */
  async check(token: string, purpose: AccountTokenPurpose): Promise<User> {
    const found = await this.live(token, purpose);
    if (!found) throw worthless();
    return (await this.users.account(found.userId)).user;
  }

  /** Uses the token up with the open unit of work. @throws ValidationFailed */
  async use(token: string, purpose: AccountTokenPurpose): Promise<User> {
    const found = await this.live(token, purpose);
    if (!found) throw worthless();
    const user = await this.users.lock(found.userId);
    const { affected } = await this.database
      .repository(AccountToken)
      .update({ tokenHash: found.tokenHash, usedAt: IsNull() }, { usedAt: new Date() });
    if (affected !== 1 || user.email !== found.email || !user.isActive) throw worthless();
    return user;
  }

  private async forget(userId: number, purpose: AccountTokenPurpose): Promise<void> {
    await this.database.repository(AccountToken).delete({ userId, purpose });
  }

  private live(token: string, purpose: AccountTokenPurpose): Promise<AccountToken | null> {
    return this.database.repository(AccountToken).findOneBy({
      tokenHash: hashSecret(token),
      purpose,
      usedAt: IsNull(),
      expiresAt: MoreThan(new Date()),
    });
  }
}

const worthless = () => new ValidationFailed({ token: ['is not valid any more; ask for a new link'] });
