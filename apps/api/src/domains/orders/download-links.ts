import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';

/** Opens the file of one sold item for a while, for whoever has it. */
export interface DownloadLink {
  itemId: number;
  /** Whole seconds. */
  expiresAt: Date;
  /** Tells it from other links of the item; hex. */
  id: string;
}

/** Item and end in four bytes each, then the id; with the signature a multiple of three, so Base64 has one spelling. */
const ID_BYTES = 14;
const CLAIM_BYTES = 8 + ID_BYTES;
const TOKEN = /^[\w-]{72}$/;

/** Links are signed, not stored: only those that are used leave a row. */
@Injectable()
export class DownloadLinks {
  private readonly key: Uint8Array;

  constructor({ jwtSecret }: Config) {
    this.key = new Uint8Array(hkdfSync('sha256', jwtSecret, '', 'souk: links to downloads', 32));
  }

  sign(itemId: number, expiresAt: Date): string {
    const claim = Buffer.alloc(CLAIM_BYTES);
    claim.writeUInt32BE(itemId);
    claim.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), 4);
    randomBytes(ID_BYTES).copy(claim, 8);
    return Buffer.concat([claim, this.signature(claim)]).toString('base64url');
  }

  /** Null for one that was not signed here, or has ended. */
  read(token: string, now = new Date()): DownloadLink | null {
    if (!TOKEN.test(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    const claim = bytes.subarray(0, CLAIM_BYTES);
    if (!timingSafeEqual(bytes.subarray(CLAIM_BYTES), this.signature(claim))) return null;
    const expiresAt = new Date(claim.readUInt32BE(4) * 1000);
    if (expiresAt <= now) return null;
    return { itemId: claim.readUInt32BE(), expiresAt, id: claim.toString('hex', 8) };
  }

  private readonly signature = (claim: Buffer) => createHmac('sha256', this.key).update(claim).digest();
}
