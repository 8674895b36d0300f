import { Injectable } from '@nestjs/common';
import { sessionOf, type Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { AuthenticationRequired, ValidationFailed } from '../../platform/http/errors';
import type { User } from '../users/user.entity';
import { UsersService } from '../users/users.service';
import { matchesPassword } from './passwords';
import { SessionsService } from './sessions.service';

/** Asks once more of who has signed in, before what cannot be undone: for the password, or whether the session goes on. */
@Injectable()
export class Reauthentication {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Checking takes its time: `confirm` what came of it within the unit of work that acts on it.
   * @param field of the request that the password came in
   * @throws ValidationFailed for a wrong password, AuthenticationRequired when the session has ended meanwhile
   */
  async check(actor: Actor, password: string, field: string): Promise<User> {
    const { user } = await this.users.account(actor.id);
    if (!(await matchesPassword(user.passwordHash, password))) {
      // the password may have been changed meanwhile, which ends the session: then that is what is wrong
      await this.database.run(() => this.hold(actor));
      throw new ValidationFailed({ [field]: ['is not your password'] });
    }
    return user;
  }

  /**
   * The session goes on and its user is let in; both stay so until the unit of work ends.
   * @throws AuthenticationRequired
   */
  async hold(actor: Actor): Promise<User> {
    const user = await this.users.lock(actor.id);
    const live = await this.sessions.hold(sessionOf(actor));
    if (!live || !user.isActive) throw sessionEnded();
    return user;
  }

  /**
   * As `hold`, and the password is still the one that was checked.
   * @throws AuthenticationRequired
   */
  async confirm(actor: Actor, checked: User): Promise<void> {
    const { passwordHash } = await this.hold(actor);
    if (passwordHash !== checked.passwordHash) throw sessionEnded();
  }
}

const sessionEnded = () => new AuthenticationRequired('This session has ended. Sign in again.');
