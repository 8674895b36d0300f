import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MaybeActor } from '../../platform/access/actor';
import { refuseCrossSite } from '../../platform/http/cross-site';
import { SignIns } from '../auth/sign-ins';
import { clearCartCookie, readCartCookie } from './cart-cookie';
import { CartMergeService } from './cart-merge.service';
import type { CartHolder } from './cart.queries';

const READS = new Set(['GET', 'HEAD']);

/** Finds out whose cart a request is about: the user's, or that of the secret in header or cookie. */
@Injectable()
export class CartHolders {
  constructor(
    private readonly merges: CartMergeService,
    signIns: SignIns,
  ) {
    signIns.on(async (userId, request) => {
      await this.moveIn(userId, request);
    });
  }

  /** A guest's cart that a user's request still carries moves into the user's; reading with an API key moves nothing. */
  async of(request: FastifyRequest, reply: FastifyReply, actor: MaybeActor): Promise<CartHolder> {
    if (actor) {
      const mayWrite = actor.scopes === null || !READS.has(request.method);
      const isMoved = mayWrite && (await this.moveIn(actor.id, request));
      if (isMoved && readCartCookie(request) !== null) clearCartCookie(request, reply);
      return { userId: actor.id, secret: null, keepsSecret: false };
    }
    const sent = headerSecret(request);
    if (sent !== null) return { userId: null, secret: sent, keepsSecret: true };
    const secret = readCartCookie(request);
    if (secret !== null && !READS.has(request.method)) refuseCrossSite(request);
    return { userId: null, secret, keepsSecret: false };
  }

  private async moveIn(userId: number, request: FastifyRequest): Promise<boolean> {
    let isMoved = true;
    for (const secret of [headerSecret(request), readCartCookie(request)]) {
      if (secret !== null) isMoved = (await this.merges.merge(userId, secret)) && isMoved;
    }
    return isMoved;
  }
}

function headerSecret(request: FastifyRequest): string | null {
  const sent = request.headers['x-cart-token'];
  return typeof sent === 'string' && sent !== '' ? sent : null;
}
