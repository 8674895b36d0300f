import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ForgotPasswordRequest,
  ResetPasswordRequest,
  VerifyEmailRequest,
} from '@souk/contracts/recovery.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Public } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { Limiter } from '../../platform/limits/limiter';
import { Limit } from '../../platform/limits/limits';
import { refuseWeakPassword } from './passwords';
import { RecoveryService } from './recovery.service';

/** What begins or ends with a link in a mail. */
@Controller('auth')
export class RecoveryController {
  constructor(
    private readonly recovery: RecoveryService,
    private readonly limiter: Limiter,
  ) {}

  /** Mails a link for choosing a new password, valid for one hour. Answers alike whether or not an account has the address. */
  @Post('password/forgot')
  @HttpCode(202)
  @Limit('forgotPassword')
  @Public()
  async forgotPassword(@Body() { email }: ForgotPasswordRequest): Promise<void> {
    await this.recovery.forgot(email, await this.limiter.allows('resetMail', email));
  }

  /** Sets a new password and ends every session and API key. The mailed token works once. */
  @Post('password/reset')
  @HttpCode(204)
  @Limit('resetPassword')
  @Public()
  async resetPassword(
    @Body() input: ResetPasswordRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    refuseWeakPassword(input.newPassword, undefined, 'newPassword');
    await this.limiter.valid('resetPassword', request, reply);
    return this.recovery.reset(input);
  }

  /** Confirms the address that the token was mailed to. */
  @Post('email/verify')
  @HttpCode(204)
  @Limit('verifyEmail')
  @Public()
  verifyEmail(@Body() { token }: VerifyEmailRequest): Promise<void> {
    return this.recovery.verify(token);
  }

  /** Mails a new link for confirming the caller's address, valid for three days; nothing when it is confirmed. */
  @Post('email/resend')
  @HttpCode(202)
  @Limit('resendVerification')
  @Allow('user')
  resendVerification(@CurrentActor() actor: Actor): Promise<void> {
    return this.recovery.resend(actor.id);
  }
}
