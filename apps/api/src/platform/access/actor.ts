import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { UserType } from '@souk/contracts';
import type { FastifyRequest } from 'fastify';

/** Who is calling. */
export interface Actor {
  id: number;
  username: string;
  email: string;
  userType: UserType;
  isStaff: boolean;
  /** The sign-in that the access token belongs to. */
  sessionId: number;
}

export type MaybeActor = Actor | null;

export const actorOf = (context: ExecutionContext): MaybeActor =>
  context.switchToHttp().getRequest<FastifyRequest & { user?: Actor | null }>().user ?? null;

/** Behind `@Access('user')` and stricter the actor is never null. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => actorOf(context));
