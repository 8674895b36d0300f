import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LIMIT, type LimitName } from './limits';
import { Limiter } from './limiter';

/** Before all other guards: what is refused here has cost next to nothing. */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: Limiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const declared = this.reflector.getAllAndOverride<LimitName | undefined>(LIMIT, [
      context.getHandler(),
      context.getClass(),
    ]);
    await this.limiter.arrived(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), declared);
    return true;
  }
}
