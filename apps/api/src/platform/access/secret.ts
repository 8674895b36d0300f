import { createHash, randomBytes } from 'node:crypto';

/** What stands for its holder instead of an account: 128 bits, unguessable. */
export const newSecret = () => randomBytes(16).toString('base64url');

/** SHA-256 in hex: what is stored of a secret. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');
