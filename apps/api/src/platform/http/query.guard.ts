import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { ValidationFailed } from './errors';
import { refuseInheritedNames } from './hostile-json';

/** A query parameter that nobody reads is a mistake of the caller's, who shall know. */
@Injectable()
export class QueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const query = context.switchToHttp().getRequest<FastifyRequest>().query as Record<string, unknown>;
    const names = Object.keys(query);
    if (names.length === 0) return true;
    refuseInheritedNames(query);
    if (readsQuery(context)) return true;
    throw new ValidationFailed(
      Object.fromEntries(names.map((name) => [name, ['is not a parameter of this address']])),
    );
  }
}

function readsQuery(context: ExecutionContext): boolean {
  const args: object =
    Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {};
  return Object.keys(args).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
