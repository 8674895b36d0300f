import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import { hashSecret } from '../access/secret';

/** Null when nobody signs in by this name. */
type Find = (login: string) => Promise<number | null>;

/** Whose tries to sign in are counted together: one account's, however its owner is named. */
@Injectable()
export class Accounts {
  private find: Find = () => Promise.resolve(null);

  /** Told by the domain that knows the users. */
  knownBy(find: Find): void {
    this.find = find;
  }

  /** Of a body that is not validated yet; null when it names nobody at all. */
  async keyOf(body: unknown): Promise<string | null> {
    const username = (body as { username?: unknown } | null | undefined)?.username;
    if (typeof username !== 'string') return null;
    const login = username.trim().toLowerCase();
    const id = login.length > LIMITS.email.max ? null : await this.find(login);
    // what is typed into the wrong field may be a password
    return id === null ? `name:${hashSecret(login)}` : `user:${id}`;
  }
}
