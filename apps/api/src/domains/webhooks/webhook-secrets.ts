import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import type { WebhookEndpoint } from './webhook-endpoint.entity';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

type Holder = Pick<WebhookEndpoint, 'userId' | 'secret' | 'signingToo'>;

/**
 * Secrets that endpoints check signatures by. They are needed again in clear, so they are kept sealed, by a key that is
 * made of JWT_SECRET and bound to their owner: rows that are read or moved elsewhere are worth nothing.
 */
@Injectable()
export class WebhookSecrets {
  private readonly key: Uint8Array;

  constructor({ jwtSecret }: Config) {
    this.key = new Uint8Array(hkdfSync('sha256', jwtSecret, '', 'souk: secrets of webhooks', 32));
  }

  /** As its owner is shown it. */
  make(): string {
    return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
  }

  seal(secret: string, userId: number): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, iv).setAAD(ownerOf(userId));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /**
   * `webhook-signature` as https://www.standardwebhooks.com has it: one for each secret that is good.
   * @throws Error when the secret was sealed by another key; former ones that were are left out
   */
  sign({ secret, signingToo, userId }: Holder, id: number, timestamp: number, body: string): string {
    const former = signingToo.flatMap((each) => this.openIfOurs(each.secret, userId) ?? []);
    return [this.open(secret, userId), ...former]
      .map((opened) => signature(opened, `${id}.${timestamp}.${body}`))
      .join(' ');
  }

  private openIfOurs(sealed: string, userId: number): string | null {
    try {
      return this.open(sealed, userId);
    } catch {
      return null;
    }
  }

  private open(sealed: string, userId: number): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, IV_BYTES))
      .setAAD(ownerOf(userId))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const secret = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([secret, decipher.final()]).toString('utf8');
  }
}

const ownerOf = (userId: number) => Buffer.from(`user ${userId}`);

function signature(secret: string, content: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}
