import { Injectable } from '@nestjs/common';
import { Accounts } from '../../platform/limits/accounts';
import { UsersService } from '../users/users.service';

/** Username and e-mail address are one account to the limits, in any case of their letters. */
@Injectable()
export class LoginNames {
  constructor(accounts: Accounts, users: UsersService) {
    accounts.knownBy(async (login) => (await users.findByLogin(login))?.id ?? null);
  }
}
