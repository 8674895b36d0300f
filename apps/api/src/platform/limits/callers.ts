import { Injectable } from '@nestjs/common';
import { normalizeIp } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor';
import { hashSecret } from '../access/secret';

const KEPT = 10_000;

/**
 * Limits are counted before credentials are checked, because checking costs. Credentials that were good once count for
 * their holder from then on; new ones and invented ones count for the address, so that inventing them gains nothing.
 */
@Injectable()
export class Callers {
  private readonly known = new Map<string, string>();

  /** Null when the request carries no credentials that were good before. */
  holder(request: FastifyRequest): string | null {
    return this.known.get(credentialOf(request)) ?? null;
  }

  remember(request: FastifyRequest, actor: Actor): void {
    const credential = credentialOf(request);
    if (this.known.size >= KEPT) this.known.clear();
    this.known.set(credential, actor.sessionId === null ? `key:${credential}` : `user:${actor.id}`);
  }
}

/** One network of IPv6 is one household. */
export const addressOf = (request: FastifyRequest) => normalizeIp(request.ip);

const credentialOf = ({ headers }: FastifyRequest) =>
  hashSecret((headers.authorization ?? '').replace(/^bearer/i, '').trim());
