import { createHmac, randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a number survives being read out. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** Such as SK-7Q2M4X: one of a thousand million, and tells nobody how many orders there are. */
export const newOrderNumber = () =>
  `SK-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;

/**
 * 128 bits that open a guest's order. Derived, so that a repeated request can be told again what only its hash is
 * stored of.
 */
export const accessTokenOf = (orderNumber: string, secret: string): string =>
  createHmac('sha256', secret).update(`order ${orderNumber}`).digest().subarray(0, 16).toString('base64url');
