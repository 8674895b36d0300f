import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { User, UserProfile } from './user.entity';
import { UserErased } from './users.events';

/** Not allowed in a username, so nobody can pass for one who has left. */
const NAME = 'Former member';

@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /**
   * Takes everything personal from an account; its row stays, because orders and reviews refer to it. Name and address
   * may be used again. Who hears `UserErased` may refuse, and nothing is changed then.
   */
  erase(id: number): Promise<void> {
    return this.database.run(async () => {
      await this.database.repository(User).update(
        { id },
        {
          username: NAME,
          usernameKey: `erased:${id}`,
          email: erasedAddress(id),
          // matches no password
          passwordHash: '',
          firstName: null,
          lastName: null,
          isActive: false,
          emailVerifiedAt: null,
          erasedAt: new Date(),
        },
      );
      await this.database.repository(UserProfile).update({ userId: id }, { phone: null, address: null });
      await this.events.publish(new UserErased(id));
    });
  }
}

/** Stands where an address must be; belongs to nobody, and nobody can register it. */
export const erasedAddress = (userId: number) => `erased-${userId}@invalid`;
