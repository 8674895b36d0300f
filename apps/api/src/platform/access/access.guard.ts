import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { ApiKeyScope } from '@souk/contracts';
import type { FastifyRequest } from 'fastify';
import { AuthenticationRequired, PermissionDenied } from '../http/errors';
import { ACCESS, SIGNS_IN, type Access } from './access';
import { actorOf, type Actor } from './actor';
import { SCOPE, neededScope, type DeclaredScope } from './scopes';

/**
 * Global and closed: a route without an access decorator never opens (and stops the boot, see closed-routes.ts).
 * Credentials that are sent are always checked, on public routes too, so that an ended session shows everywhere.
 */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new AuthenticationRequired();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.headers.authorization !== undefined && !this.signsIn(context))
      await super.canActivate(context);
    else if (access !== 'anyone') throw new AuthenticationRequired();
    const actor = actorOf(context);
    if (actor?.scopes) refuseOutOfScope(actor.scopes, this.scopeOf(context, request.method, access));
    if (access === 'vendor' && actor?.userType !== 'vendor') {
      throw new PermissionDenied('Only vendors may do this. Register as a vendor to sell.');
    }
    if (access === 'staff' && !actor?.isStaff) throw new PermissionDenied('Only staff may do this.');
    return true;
  }

  override handleRequest<T = Actor>(error: unknown, user: T | false): T {
    if (error) throw error as Error;
    if (!user) throw new AuthenticationRequired();
    return user;
  }

  private scopeOf(context: ExecutionContext, method: string, access: Access): ApiKeyScope | null {
    const targets = [context.getHandler(), context.getClass()];
    return neededScope(
      method,
      access,
      this.reflector.getAllAndOverride<DeclaredScope | undefined>(SCOPE, targets),
    );
  }

  private signsIn(context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(SIGNS_IN, context.getHandler()) ?? false;
  }
}

function refuseOutOfScope(scopes: readonly ApiKeyScope[], needed: ApiKeyScope | null): void {
  if (!needed) throw new PermissionDenied('No API key may do this. Sign in instead.');
  if (scopes.includes(needed)) return;
  throw new PermissionDenied(`This API key may not do this: it needs the scope "${needed}".`, {
    requiredScope: needed,
  });
}
