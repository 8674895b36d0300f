import { EventEmitter, once } from 'node:events';
import { Gateway } from '../src/domains/payments/gateway';
import type { TestApp } from './app';

export interface HeldCharge {
  /** Resolves when a checkout has come as far as the gateway. */
  asked: Promise<unknown>;
  letGo(): void;
}

/** The gateway does not answer the next charge until it is let go. */
export function holdCharge({ app }: TestApp): HeldCharge {
  const gateway = app.get(Gateway);
  const turn = new EventEmitter();
  const [asked, released] = [once(turn, 'asked'), once(turn, 'released')];
  const spy = jest.spyOn(gateway, 'charge').mockImplementationOnce(async (order) => {
    spy.mockRestore();
    turn.emit('asked');
    await released;
    return gateway.charge(order);
  });
  return { asked, letGo: () => turn.emit('released') };
}
