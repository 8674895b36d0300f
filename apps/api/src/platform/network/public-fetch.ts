import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { PublicNetwork, type Address } from './public-network';

export class HostNotFound extends Error {}
export class HostNotPublic extends Error {}

export interface PublicRequest extends Pick<RequestOptions, 'method' | 'headers' | 'agent'> {
  /** Ends everything, the body too. */
  signal: AbortSignal;
  body?: string;
  /** For development: this machine counts as public. */
  loopback?: boolean;
}

/** Requests to addresses that people write, which therefore never reach into the network around the server. */
@Injectable()
export class PublicFetch {
  constructor(private readonly network: PublicNetwork) {}

  /**
   * The head of the answer; its body is the caller's to read, and to limit. A redirect is an answer like every other:
   * whoever follows it asks here again. @throws HostNotFound, HostNotPublic
   */
  async open(url: URL, { body, loopback = false, ...options }: PublicRequest): Promise<IncomingMessage> {
    const addresses = await Promise.race([this.addressesOf(url, loopback), aborted(options.signal)]);
    const { request } = url.protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      request(url, { ...options, lookup: pinned(addresses) })
        .on('response', resolve)
        .on('error', reject)
        .end(body);
    });
  }

  private async addressesOf({ hostname }: URL, loopback: boolean): Promise<Address[]> {
    const addresses = await this.network.resolve(hostOf(hostname)).catch(() => []);
    if (addresses.length === 0) throw new HostNotFound();
    const allows = ({ address }: Address) =>
      this.network.allows(address) || (loopback && this.network.isLoopback(address));
    if (addresses.every(allows)) return addresses;
    throw new HostNotPublic();
  }
}

/** `[::1]` in an address is the host ::1. */
export const hostOf = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** The connection goes to the very addresses that were checked; asking again could give others. */
const pinned =
  (addresses: Address[]): LookupFunction =>
  (_host, { all }, callback) => {
    const [first] = addresses;
    if (all || !first) callback(null, addresses);
    else callback(null, first.address, first.family);
  };

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const fail = () => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
