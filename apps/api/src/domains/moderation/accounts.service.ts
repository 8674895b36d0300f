import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { PermissionDenied } from '../../platform/http/errors';
import { SessionsService } from '../auth/sessions.service';
import { UsersService, type Account } from '../users/users.service';

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
  ) {}

  /** Signed out everywhere at once, and no way back in. */
  deactivate(staff: Actor, id: number): Promise<Account> {
    if (id === staff.id) throw new PermissionDenied('You cannot deactivate your own account.');
    return this.database.run(async () => {
      const account = await this.users.setActive(id, false);
      await this.sessions.revoke({ userId: id });
      return account;
    });
  }

  reactivate(id: number): Promise<Account> {
    return this.users.setActive(id, true);
  }
}
