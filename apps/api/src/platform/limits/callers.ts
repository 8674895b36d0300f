import { isIP } from 'node:net';
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

/**
 * One network of IPv6 is one household. A proxy may pass on what is no address, or one with a port; what no address can
 * be read from counts for the proxy, or every text would have a count of its own.
 */
export function addressOf({ ip, ips = [ip] }: FastifyRequest): string {
  const read = ips.map(withoutPort).findLast((address) => isIP(address) !== 0);
  return normalizeIp(read ?? ip);
}

/** `192.0.2.1:80` and `[2001:db8::1]:80`; the zone of `fe80::1%eth0` is somebody's invention too. */
function withoutPort(text: string): string {
  const [, bracketed, plain] = /^\[([^\]]*)\](?::\d*)?$|^([\d.]+):\d*$/.exec(text) ?? [];
  return (bracketed ?? plain ?? text).replace(/%.*$/, '');
}

const credentialOf = ({ headers }: FastifyRequest) =>
  hashSecret((headers.authorization ?? '').replace(/^bearer/i, '').trim());
