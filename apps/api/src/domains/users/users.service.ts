import { Injectable } from '@nestjs/common';
import type { ProfileDto, ProfilePatch, RegisterRequest } from '@souk/contracts/auth.dto';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import type { Check } from '../../platform/http/conditional';
import { DuplicateEntry, NotFound } from '../../platform/http/errors';
import { refuseUnchanged } from './suspension';
import { User, UserProfile } from './user.entity';
import { toProfileDto } from './users.mapper';
import {
  ActivityChanged,
  EmailChanged,
  EmailConfirmed,
  PasswordChanged,
  RoleChanged,
  UserRegistered,
} from './users.events';

export type NewUser = Omit<RegisterRequest, 'password' | 'session'> & { passwordHash: string };

export interface Account {
  user: User;
  profile: UserProfile;
}

@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /**
   * @param emailVerifiedAt of accounts that the operator makes
   * @throws DuplicateEntry naming each of username and e-mail that is taken
   */
  register(input: NewUser, emailVerifiedAt: Date | null = null): Promise<Account> {
    return this.database.run(async () => {
      await this.refuseTaken(input.username, input.email);
      const now = new Date();
      const user = await this.database.repository(User).save({
        username: input.username,
        usernameKey: input.username.toLowerCase(),
        email: input.email,
        passwordHash: input.passwordHash,
        firstName: input.firstName || null,
        lastName: input.lastName || null,
        isStaff: false,
        isActive: true,
        emailVerifiedAt,
        createdAt: now,
      });
      const profile = {
        userId: user.id,
        userType: input.userType,
        phone: input.phone || null,
        address: input.address || null,
      };
      await this.database.repository(UserProfile).insert({ ...profile, createdAt: now });
      await this.events.publish(new UserRegistered(user.id));
      return this.account(user.id);
    });
  }

  /** By username or e-mail address; null when there is none. */
  async findByLogin(login: string): Promise<User | null> {
    const key = login.toLowerCase();
    return this.database
      .repository(User)
      .findOneBy(key.includes('@') ? { email: key } : { usernameKey: key });
  }

  async account(id: number): Promise<Account> {
    const [user, profile] = await Promise.all([
      this.database.repository(User).findOneBy({ id }),
      this.database.repository(UserProfile).findOneBy({ userId: id }),
    ]);
    if (!user || !profile) throw new NotFound('user');
    return { user, profile };
  }

  /** @throws NotFound, for buyers and the banned as for nobody */
  async vendor(id: number): Promise<Account> {
    const account = (await this.byIds([id])).get(id);
    if (account?.profile.userType !== 'vendor' || !account.user.isActive) throw new NotFound('vendor');
    return account;
  }

  /** Usernames and kinds of users, for those who show them beside their own rows. */
  async byIds(ids: number[]): Promise<Map<number, Account>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const users = await this.database.repository(User).findBy({ id: In(wanted) });
    const profiles = await this.database.repository(UserProfile).findBy({ userId: In(wanted) });
    const profileOf = new Map(profiles.map((profile) => [profile.userId, profile]));
    return new Map(
      users.flatMap((user) => {
        const profile = profileOf.get(user.id);
        return profile ? [[user.id, { user, profile }] as const] : [];
      }),
    );
  }

  async profile(id: number): Promise<ProfileDto> {
    return toProfileDto(await this.account(id));
  }

  /** Fields that are undefined stay as they are. */
  update(id: number, change: ProfilePatch, check?: Check<Account>): Promise<ProfileDto> {
    return this.database.run(async () => {
      await this.lock(id);
      const { user, profile } = await this.account(id);
      await check?.({ user, profile });
      if (change.email !== undefined && change.email !== user.email) {
        await this.refuseTaken(undefined, change.email);
        const former = user.email;
        Object.assign(user, { email: change.email, emailVerifiedAt: null });
        await this.events.publish(new EmailChanged(id, former));
      }
      if (change.firstName !== undefined) user.firstName = change.firstName || null;
      if (change.lastName !== undefined) user.lastName = change.lastName || null;
      if (change.phone !== undefined) profile.phone = change.phone || null;
      if (change.address !== undefined) profile.address = change.address || null;
      await this.database.repository(User).save(user);
      await this.database.repository(UserProfile).save(profile);
      return toProfileDto({ user, profile });
    });
  }

  async makeStaff(id: number): Promise<void> {
    await this.database.run(async () => {
      await this.database.repository(User).update({ id }, { isStaff: true });
      await this.events.publish(new RoleChanged(id));
    });
  }

  /** A user who is not active cannot sign in. The erased are gone for good. */
  setActive(id: number, isActive: boolean): Promise<Account> {
    return this.database.run(async () => {
      await this.lock(id);
      const account = await this.account(id);
      if (account.user.erasedAt) throw new NotFound('user');
      refuseUnchanged('user', !account.user.isActive, !isActive);
      account.user.isActive = isActive;
      await this.database.repository(User).update({ id }, { isActive });
      await this.events.publish(new ActivityChanged(id, isActive));
      return account;
    });
  }

  /** Until the open unit of work ends nobody else changes this user, such as the address that is being confirmed. */
  async lock(id: number): Promise<User> {
    const users = this.database.repository(User).createQueryBuilder('user');
    const user = await this.database.locked(users.where('user.id = :id', { id })).getOne();
    if (!user) throw new NotFound('user');
    return user;
  }

  /** The same of several, in the order of their ids; of those that there are. */
  lockAll(ids: number[]): Promise<User[]> {
    const users = this.database.repository(User).createQueryBuilder('user');
    return this.database.locked(users.where({ id: In(ids) }).orderBy('user.id')).getMany();
  }

  async confirmEmail(id: number): Promise<void> {
    await this.database.run(async () => {
      await this.database.repository(User).update({ id }, { emailVerifiedAt: new Date() });
      await this.events.publish(new EmailConfirmed(id));
    });
  }

  async setPasswordHash(id: number, passwordHash: string): Promise<void> {
    await this.database.run(async () => {
      await this.database.repository(User).update({ id }, { passwordHash });
      await this.events.publish(new PasswordChanged(id));
    });
  }

  private async refuseTaken(username: string | undefined, email: string): Promise<void> {
    const users = this.database.repository(User);
    const details: Record<string, string[]> = {};
    if (username && (await users.existsBy({ usernameKey: username.toLowerCase() }))) {
      details.username = ['is taken; choose another one'];
    }
    if (await users.existsBy({ email })) details.email = ['belongs to an account already; sign in instead'];
    const fields = Object.keys(details);
    if (fields.length > 0) throw new DuplicateEntry(`Taken already: ${fields.join(' and ')}.`, details);
  }
}
