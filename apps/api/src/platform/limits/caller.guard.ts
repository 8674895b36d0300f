import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../access/actor';
import { Callers } from './callers';

/** After the credentials have proved good. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(private readonly callers: Callers) {}

  canActivate(context: ExecutionContext): boolean {
    const actor = actorOf(context);
    if (actor) this.callers.remember(context.switchToHttp().getRequest<FastifyRequest>(), actor);
    return true;
  }
}
