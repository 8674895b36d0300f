import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type {
  ChangePasswordRequest,
  LoginRequest,
  RegisterRequest,
  TokenResponse,
} from '@souk/contracts/auth.dto';
import { sessionOf, type Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { AuthenticationRequired } from '../../platform/http/errors';
import { toProfileDto } from '../users/users.mapper';
import { UsersService } from '../users/users.service';
import { hashPassword, matchesPassword, refuseWeakPassword } from './passwords';
import { Reauthentication } from './reauthentication';
import { refuseReserved } from './reserved-names';
import { SessionsService, type IssuedRefresh } from './sessions.service';

const ACCESS_SECONDS = 24 * 3600;

export interface SignedIn extends TokenResponse {
  refreshToken: string;
  /** End of the session, at which the cookie goes too. */
  refreshExpiresAt: Date;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly reauthentication: Reauthentication,
    private readonly jwt: JwtService,
  ) {}

  async register({ password, session: _, ...input }: RegisterRequest, userAgent?: string): Promise<SignedIn> {
    refuseReserved(input.username);
    const passwordHash = await hashPassword(password);
    return this.database.run(async () => {
      const { user } = await this.users.register({ ...input, passwordHash });
      return this.signedIn(await this.sessions.open(user.id, userAgent));
    });
  }

  /** @throws AuthenticationRequired, the same in words and time for an unknown user and a wrong password */
  async login({ username, password }: LoginRequest, userAgent?: string): Promise<SignedIn> {
    const user = await this.users.findByLogin(username);
    const matches = await matchesPassword(user?.passwordHash, password);
    if (!user || !matches) throw wrongCredentials();
    return this.database.run(async () => {
      // the password may have been changed while it was checked
      const { isActive, passwordHash } = await this.users.lock(user.id);
      if (!isActive || passwordHash !== user.passwordHash) throw wrongCredentials();
      return this.signedIn(await this.sessions.open(user.id, userAgent));
    });
  }

  async refresh(refreshToken: string): Promise<SignedIn> {
    return this.signedIn(await this.sessions.rotate(refreshToken));
  }

  /** @param cookie refresh token of the browser that signs out */
  async logout(actor: Actor, everywhere: boolean, cookie?: string): Promise<void> {
    await this.database.run(async () => {
      if (cookie) await this.sessions.revokeHolderOf(cookie);
      if (!everywhere) return this.sessions.revoke({ id: sessionOf(actor) });
      // what is about to open another session either comes first and is ended too, or finds its own ended
      await this.users.lock(actor.id);
      await this.sessions.revoke({ userId: actor.id });
    });
  }

  /** Ends every session, this one too, and opens a new one here. */
  async changePassword(actor: Actor, input: ChangePasswordRequest, userAgent?: string): Promise<SignedIn> {
    const user = await this.reauthentication.check(actor, input.currentPassword, 'currentPassword');
    refuseWeakPassword(input.newPassword, user, 'newPassword');
    const passwordHash = await hashPassword(input.newPassword);
    return this.database.run(async () => {
      await this.reauthentication.confirm(actor, user);
      await this.users.setPasswordHash(actor.id, passwordHash);
      await this.sessions.revoke({ userId: actor.id });
      return this.signedIn(await this.sessions.open(actor.id, userAgent));
    });
  }

  private async signedIn({ userId, sessionId, refreshToken, expiresAt }: IssuedRefresh): Promise<SignedIn> {
    const account = await this.users.account(userId);
    if (!account.user.isActive) throw new AuthenticationRequired('This account is closed.');
    return {
      accessToken: await this.jwt.signAsync({ sub: userId, sid: sessionId }, { expiresIn: ACCESS_SECONDS }),
      refreshToken,
      refreshExpiresAt: expiresAt,
      tokenType: 'Bearer',
      expiresIn: ACCESS_SECONDS,
      user: toProfileDto(account),
    };
  }
}

const wrongCredentials = () => new AuthenticationRequired('Username or password is wrong.');
