import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { UsersService } from '../users/users.service';

const KEPT_MS = 5000;
const KEPT = 10_000;

/** What a live credential says of the request that carries it. */
type Bearer = Pick<Actor, 'sessionId' | 'scopes'> & { userId: number };

/**
 * Whom live credentials stand for, known for five seconds, so that not every request asks the database. What ends an
 * access forgets it here at once; other processes learn of it within those seconds.
 */
@Injectable()
export class Actors {
  private readonly known = new Map<string, { actor: Actor; until: number }>();
  private ends = 0;

  constructor(private readonly users: UsersService) {}

  /** Null for a credential that `load` does not find alive, and for one whose user is deactivated. */
  async find(credential: string, load: () => Promise<Bearer | null>): Promise<Actor | null> {
    const known = this.known.get(credential);
    if (known && known.until > Date.now()) return known.actor;
    const endsBefore = this.ends;
    const bearer = await load();
    const actor = bearer && (await this.actorOf(bearer));
    // What was read before an end that came meanwhile must not outlive it.
    if (!actor || this.ends !== endsBefore) return actor;
    if (this.known.size >= KEPT) this.known.clear();
    this.known.set(credential, { actor, until: Date.now() + KEPT_MS });
    return actor;
  }

  /** Everybody unless one credential is named. */
  forget(credential?: string): void {
    this.ends += 1;
    if (credential === undefined) this.known.clear();
    else this.known.delete(credential);
  }

  private async actorOf({ userId, sessionId, scopes }: Bearer): Promise<Actor | null> {
    const { user, profile } = await this.users.account(userId);
    if (!user.isActive) return null;
    const { id, username, email } = user;
    // A program never acts with the powers of the marketplace's staff.
    const isStaff = user.isStaff && scopes === null;
    return { id, username, email, isStaff, userType: profile.userType, sessionId, scopes };
  }
}
