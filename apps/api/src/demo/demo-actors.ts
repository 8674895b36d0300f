import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { UsersService } from '../domains/users/users.service';

/** The people of the demo as the services know a caller. */
@Injectable()
export class DemoActors {
  constructor(private readonly users: UsersService) {}

  async byUsername(username: string): Promise<Actor> {
    const user = await this.users.findByLogin(username);
    if (!user) throw new Error(`The demo has no user ${username}.`);
    const { profile } = await this.users.account(user.id);
    const { id, email, isStaff } = user;
    return {
      id,
      username: user.username,
      email,
      isStaff,
      userType: profile.userType,
      sessionId: null,
      scopes: null,
    };
  }

  all(usernames: readonly string[]): Promise<Actor[]> {
    return Promise.all(usernames.map((username) => this.byUsername(username)));
  }
}
