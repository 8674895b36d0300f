import { createHmac, timingSafeEqual } from 'node:crypto';
import { ValidationFailed } from '../../platform/http/errors';

const TOLERANCE_S = 300;
const FORM = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/** `t=<seconds>,v1=<HMAC-SHA256 of "seconds.body", hexadecimal>`. */
export const sign = (body: string, secret: string, at = Math.floor(Date.now() / 1000)) =>
  `t=${at},v1=${digest(at, body, secret)}`;

/** The signed body, an object as JSON. @throws ValidationFailed */
export function verified(body: string, header: string | string[] | undefined, secret: string): object {
  const [, at, given] = FORM.exec(String(header)) ?? [];
  const isSigned =
    at && given && timingSafeEqual(Buffer.from(given), Buffer.from(digest(Number(at), body, secret)));
  if (!isSigned) throw new ValidationFailed({ signature: ['does not belong to this body'] });
  if (Math.abs(Date.now() / 1000 - Number(at)) > TOLERANCE_S)
    throw new ValidationFailed({ signature: ['is too old'] });
  const message: unknown = JSON.parse(body);
  if (typeof message !== 'object' || message === null)
    throw new ValidationFailed({ body: ['must be an object'] });
  return message;
}

const digest = (at: number, body: string, secret: string) =>
  createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
