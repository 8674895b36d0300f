import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NOTIFICATION_KINDS, type NotificationKind } from '@souk/contracts';
import { Config } from '../../../config/config';
import type { Unsubscribe } from '../../../platform/mail/mail';

export interface Unwanted {
  userId: number;
  kind: NotificationKind;
}

const SIGNATURE_BYTES = 16;
const TOKEN = /^(\d{1,10})\.([a-z_]+)\.([\w-]{22})$/;

/** Whoever has one of these may end one kind of mails to one user, and nothing else; it is signed, and has no end. */
@Injectable()
export class UnsubscribeLinks {
  private readonly key: Uint8Array;

  constructor(private readonly config: Config) {
    this.key = new Uint8Array(hkdfSync('sha256', config.jwtSecret, '', 'souk: ends of mails', 32));
  }

  /** One address: browsers show the page that asks, mail programs post to it (RFC 8058). */
  of(unwanted: Unwanted): Unsubscribe {
    const url = `${this.config.siteUrl}/unsubscribe?token=${this.sign(unwanted)}`;
    return { pageUrl: url, oneClickUrl: url };
  }

  /** Null for one that was not signed here. */
  read(token: string): Unwanted | null {
    const [, id = '', kind = '', signature = ''] = TOKEN.exec(token) ?? [];
    const known = NOTIFICATION_KINDS.find((candidate) => candidate === kind);
    if (!known) return null;
    const unwanted = { userId: Number(id), kind: known };
    const expected = this.signature(unwanted);
    return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? unwanted : null;
  }

  private sign(unwanted: Unwanted): string {
    return `${unwanted.userId}.${unwanted.kind}.${this.signature(unwanted)}`;
  }

  private signature({ userId, kind }: Unwanted): string {
    const digest = createHmac('sha256', this.key).update(`${userId}.${kind}`).digest();
    return digest.subarray(0, SIGNATURE_BYTES).toString('base64url');
  }
}
