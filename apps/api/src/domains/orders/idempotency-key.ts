import { LIMITS } from '@souk/contracts';
import type { FastifyRequest } from 'fastify';
import { ValidationFailed } from '../../platform/http/errors';

/** @throws ValidationFailed */
export function idempotencyKey({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && /^[\x21-\x7e]+$/.test(key) && key.length <= LIMITS.idempotencyKey.max)
    return key;
  const reason = `must be 1 to ${LIMITS.idempotencyKey.max} visible characters without spaces`;
  throw new ValidationFailed({ 'Idempotency-Key': [reason] });
}
