import { Injectable } from '@nestjs/common';
import type { ResetPasswordRequest } from '@souk/contracts/recovery.dto';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { UsersService } from '../users/users.service';
import { AccountTokens } from './account-tokens';
import { ApiKeysService } from './api-keys.service';
import { hashPassword, refuseWeakPassword } from './passwords';
import { EmailUnconfirmed, PasswordForgotten } from './recovery.events';
import { SessionsService } from './sessions.service';

@Injectable()
export class RecoveryService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly keys: ApiKeysService,
    private readonly tokens: AccountTokens,
  ) {}

  /** Does the same whether or not somebody has the address and is mailed, so that neither the answer nor its time tells. */
  async forgot(email: string, isMailed: boolean): Promise<void> {
    const user = await this.users.findByLogin(email);
    const userId = (isMailed && user?.id) || null;
    await this.database.run(() => this.events.publish(new PasswordForgotten(userId)));
  }

  /**
   * Ends every session and API key: who had the password until now may have made a key to stay.
   * @throws ValidationFailed for a token that is invalid, used or expired
   */
  async reset({ token, newPassword }: ResetPasswordRequest): Promise<void> {
    refuseWeakPassword(newPassword, await this.tokens.check(token, 'reset'), 'newPassword');
    const passwordHash = await hashPassword(newPassword);
    await this.database.run(async () => {
      const user = await this.tokens.use(token, 'reset');
      await this.users.setPasswordHash(user.id, passwordHash);
      await this.sessions.revoke({ userId: user.id });
      await this.keys.revokeAll(user.id);
    });
  }

  /** @throws ValidationFailed for a token that is invalid, used or expired, or whose address was changed since */
  async verify(token: string): Promise<void> {
    await this.database.run(async () => {
      const user = await this.tokens.use(token, 'verify');
      await this.users.confirmEmail(user.id);
    });
  }

  async resend(userId: number): Promise<void> {
    await this.database.run(() => this.events.publish(new EmailUnconfirmed(userId, false)));
  }
}
