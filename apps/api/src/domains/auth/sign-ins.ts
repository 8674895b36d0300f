import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

type Listener = (userId: number, request: FastifyRequest) => Promise<void>;

/** Those who must act before a sign-in is answered, such as the cart that moves along. */
@Injectable()
export class SignIns {
  private readonly listeners: Listener[] = [];

  on(listener: Listener): void {
    this.listeners.push(listener);
  }

  async tell(userId: number, request: FastifyRequest): Promise<void> {
    for (const listener of this.listeners) await listener(userId, request);
  }
}
