import { Resolver } from 'node:dns/promises';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';

export interface Address {
  address: string;
  family: number;
}

/** IANA's special-purpose registries: addresses that are not the public internet, or lead back from it. */
const V4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
  203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`;
/** Of 2000::/3, outside of which nothing is public; 2001::/23 and 2002::/16 carry IPv4 addresses within. */
const V6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20';

const special = new BlockList();
for (const [type, ranges] of [
  ['ipv4', V4],
  ['ipv6', V6],
] as const) {
  for (const range of ranges.split(/\s+/)) {
    const [network = '', prefix] = range.split('/');
    special.addSubnet(network, Number(prefix), type);
  }
}
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Of a name that stands for this machine, whatever name servers say (RFC 6761). */
const LOCALHOST = /(^|\.)localhost\.?$/i;
const THIS_MACHINE: Address[] = [{ address: '127.0.0.1', family: 4 }];

/** What a server may be asked to connect to: hosts of the public internet, never those around it. */
@Injectable()
export class PublicNetwork {
  /**
   * Every address of a host. Asks name servers itself: the system's look-up would keep one of a few threads, which files
   * and passwords need too, for as long as somebody's name server is silent. @throws Error when there is none
   */
  async resolve(host: string): Promise<Address[]> {
    const family = isIP(host);
    if (family) return [{ address: host, family }];
    if (LOCALHOST.test(host)) return THIS_MACHINE;
    // a new one knows which name servers this machine asks now
    const resolver = new Resolver({ timeout: 2000, tries: 2 });
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason;
    const found = (answer: typeof v4, of: number) =>
      answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family: of })) : [];
    return [...found(v4, 4), ...found(v6, 6)];
  }

  allows(address: string): boolean {
    if (isIPv4(address)) return !special.check(address, 'ipv4');
    return isIPv6(address) && globalV6.check(address, 'ipv6') && !special.check(address, 'ipv6');
  }

  isLoopback(address: string): boolean {
    return isIP(address) > 0 && loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  }
}
