import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import { Config } from '../../config/config';
import { hostOf } from '../../platform/network/public-fetch';
import { PublicNetwork } from '../../platform/network/public-network';

/** Names that are never of the public internet; RFC 6761, 6762, 8375 and what ICANN has set aside. */
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|test|invalid|onion)\.?$/i;
const FIRST_FREE_PORT = 1024;

/** Completes "The address …". */
export class TargetRefused extends Error {}

/** Which addresses may be endpoints. Where their names lead is found out, and judged, whenever something is sent. */
@Injectable()
export class Targets {
  constructor(
    private readonly config: Config,
    private readonly network: PublicNetwork,
  ) {}

  /** @throws TargetRefused */
  judge(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const { webhookLoopback } = this.config;
    const isLoopback = url !== undefined && webhookLoopback && this.isLoopback(url);
    if (!url || (url.protocol !== 'https:' && !(isLoopback && url.protocol === 'http:')))
      throw new TargetRefused('must be an address that begins with https://');
    if (url.username || url.password) throw new TargetRefused('must not hold a username or a password');
    if (url.hash) throw new TargetRefused('must not have a part after #');
    // umlauts and spaces take more room than they were written in
    if (url.href.length > LIMITS.webhooks.url)
      throw new TargetRefused(`must have at most ${LIMITS.webhooks.url} characters`);
    if (isLoopback) return url;
    if (url.port && Number(url.port) < FIRST_FREE_PORT)
      throw new TargetRefused(`must have port 443 or one from ${FIRST_FREE_PORT} on`);
    if (!this.mayBePublic(hostOf(url.hostname)))
      throw new TargetRefused('must lead to a host on the public internet');
    return url;
  }

  private isLoopback({ hostname }: URL): boolean {
    return hostname === 'localhost' || this.network.isLoopback(hostOf(hostname));
  }

  private mayBePublic(host: string): boolean {
    if (isIP(host)) return this.network.allows(host);
    return host.includes('.') && !INSIDE.test(host);
  }
}
