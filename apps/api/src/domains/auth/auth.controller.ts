import { Body, Controller, Get, HttpCode, Patch, Post, Put, Req, Res } from '@nestjs/common';
import {
  ChangePasswordRequest,
  LoginRequest,
  LogoutRequest,
  ProfileDto,
  ProfilePatch,
  ProfileUpdate,
  RefreshRequest,
  RegisterRequest,
  TokenResponse,
} from '@souk/contracts/auth.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, SignsIn } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { ApiErrors } from '../../platform/http/api-errors';
import { IfMatch, type Seen } from '../../platform/http/conditional';
import { refuseCrossSite } from '../../platform/http/cross-site';
import { AuthenticationRequired } from '../../platform/http/errors';
import { Limiter } from '../../platform/limits/limiter';
import { Limit } from '../../platform/limits/limits';
import { toProfileDto } from '../users/users.mapper';
import { UsersService } from '../users/users.service';
import { AuthService, type SignedIn } from './auth.service';
import { refuseWeakPassword } from './passwords';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie';
import { SignIns } from './sign-ins';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly users: UsersService,
    private readonly signIns: SignIns,
    private readonly limiter: Limiter,
  ) {}

  /** Opens an account and signs it in. A guest's cart moves along. */
  @Post('register')
  @Limit('register')
  @SignsIn()
  @ApiErrors('DUPLICATE_ENTRY')
  async register(
    @Body() input: RegisterRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenResponse> {
    if (input.session) refuseCrossSite(request);
    refuseWeakPassword(input.password, input);
    await this.limiter.valid('register', request, reply);
    const signedIn = await this.auth.register(input, request.headers['user-agent']);
    void reply.header('location', '/api/auth/profile');
    return this.answer(signedIn, input.session ?? false, request, reply);
  }

  /** Signs in with username or e-mail address. A guest's cart moves along. */
  @Post('login')
  @HttpCode(200)
  @Limit('login')
  @SignsIn()
  async login(
    @Body() input: LoginRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenResponse> {
    if (input.session) refuseCrossSite(request);
    const signedIn = await this.auth.login(input, request.headers['user-agent']);
    return this.answer(signedIn, input.session ?? false, request, reply);
  }

  /** Trades a refresh token, from the body or from the browser's cookie, for new tokens. */
  @Post('refresh')
  @HttpCode(200)
  @SignsIn()
  @ApiErrors('PERMISSION_DENIED')
  async refresh(
    @Body() { refreshToken }: RefreshRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenResponse> {
    const cookie = refreshToken ? undefined : readSessionCookie(request);
    if (cookie) refuseCrossSite(request);
    const token = refreshToken || cookie;
    if (!token) throw new AuthenticationRequired('There is no session to refresh. Sign in.');
    try {
      return this.tokens(await this.auth.refresh(token), cookie !== undefined, request, reply);
    } catch (error) {
      // what failed otherwise says nothing of the session
      if (cookie && error instanceof AuthenticationRequired) clearSessionCookie(request, reply);
      throw error;
    }
  }

  /**
   * Ends this session, or all of them; access tokens stop working at once. A browser's cookie goes with its session, also
   * when that is another sign-in than the access token's.
   */
  @Post('logout')
  @HttpCode(204)
  @Allow('user')
  async logout(
    @Body() { everywhere }: LogoutRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const cookie = readSessionCookie(request);
    await this.auth.logout(actor, everywhere ?? false, cookie);
    if (cookie) clearSessionCookie(request, reply);
  }

  /** Ends every session and opens a new one here. API keys stay; `GET /api/auth/keys` lists them. */
  @Post('password/change')
  @HttpCode(200)
  @Limit('reauthenticate')
  @Allow('user')
  async changePassword(
    @Body() input: ChangePasswordRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenResponse> {
    await this.limiter.valid('reauthenticate', request, reply, actor);
    const signedIn = await this.auth.changePassword(actor, input, request.headers['user-agent']);
    return this.tokens(signedIn, readSessionCookie(request) !== undefined, request, reply);
  }

  /** The caller's own account. */
  @Get('profile')
  @Allow('user')
  profile(@CurrentActor() actor: Actor): Promise<ProfileDto> {
    return this.users.profile(actor.id);
  }

  /** Replaces the editable fields; only another e-mail address counts against the limit. Optional ones that are left out become `null`. */
  @Put('profile')
  @Limit('changeEmail')
  @Allow('user')
  @ApiErrors('DUPLICATE_ENTRY')
  async replaceProfile(
    @Body() input: ProfileUpdate,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileDto> {
    await this.limitAddresses(input, actor, request, reply);
    const nothing = { firstName: null, lastName: null, phone: null, address: null };
    return this.users.update(actor.id, { ...nothing, ...input }, seen.checkedBy(toProfileDto));
  }

  /** Changes the fields that are given; only another e-mail address counts against the limit. */
  @Patch('profile')
  @Limit('changeEmail')
  @Allow('user')
  @ApiErrors('DUPLICATE_ENTRY')
  async updateProfile(
    @Body() input: ProfilePatch,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProfileDto> {
    await this.limitAddresses(input, actor, request, reply);
    return this.users.update(actor.id, input, seen.checkedBy(toProfileDto));
  }

  private async limitAddresses(
    { email }: ProfilePatch,
    actor: Actor,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    if (email === undefined) return;
    const { user } = await this.users.account(actor.id);
    if (email !== user.email) await this.limiter.valid('changeEmail', request, reply, actor);
  }

  private async answer(signedIn: SignedIn, session: boolean, request: FastifyRequest, reply: FastifyReply) {
    await this.signIns.tell(signedIn.user.id, request);
    return this.tokens(signedIn, session, request, reply);
  }

  /** Browsers get the refresh token in a cookie only, out of reach of scripts. */
  private tokens(
    signedIn: SignedIn,
    session: boolean,
    request: FastifyRequest,
    reply: FastifyReply,
  ): TokenResponse {
    const { refreshExpiresAt, refreshToken, ...tokens } = signedIn;
    void reply.header('cache-control', 'no-store');
    if (session) setSessionCookie(request, reply, refreshToken, refreshExpiresAt);
    return { ...tokens, refreshToken: session ? null : refreshToken };
  }
}
