import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiKeyScope, UserType } from '@souk/contracts';
import type { FastifyRequest } from 'fastify';
import { PermissionDenied } from '../http/errors';

/** Who is calling. */
export interface Actor {
  id: number;
  username: string;
  email: string;
  userType: UserType;
  isStaff: boolean;
  /** The sign-in that the access token belongs to; null for an API key. */
  sessionId: number | null;
  /** What the API key may do of what its owner may; null for who has signed in. */
  scopes: readonly ApiKeyScope[] | null;
}

export type MaybeActor = Actor | null;

export const actorOf = (context: ExecutionContext): MaybeActor =>
  context.switchToHttp().getRequest<FastifyRequest & { user?: Actor | null }>().user ?? null;

/** @throws PermissionDenied for an API key, which belongs to no sign-in */
export function sessionOf({ sessionId }: Actor): number {
  if (sessionId === null) throw new PermissionDenied('An API key has no session. Sign in to do this.');
  return sessionId;
}

/** Behind `@Access('user')` and stricter the actor is never null. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => actorOf(context));
