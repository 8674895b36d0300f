import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../../config/config';
import { PublicFetch } from '../../platform/network/public-fetch';
import { PublicNetwork, type Address } from '../../platform/network/public-network';
import type { Delivery } from './delivery.entity';
import { Targets } from './targets';
import { WebhookCaller } from './webhook-caller';
import { WebhookEndpoint } from './webhook-endpoint.entity';
import { WebhookEvent } from './webhook-event.entity';
import { WebhookSecrets } from './webhook-secrets';

/** Listens on all addresses of this machine; `PORT` in an address stands for its port. */
let canary: Server;
let port: number;
let hits: string[] = [];
beforeAll(async () => {
  canary = createServer((request, response) => {
    hits.push(`${request.headers.host}${request.url}`);
    response.end();
  });
  canary.on('connection', () => hits.push('a connection'));
  await new Promise<void>((listening) => canary.listen(0, listening));
  port = (canary.address() as AddressInfo).port;
});
beforeEach(() => (hits = []));
afterAll(() => {
  canary.closeAllConnections();
  canary.close();
});

/** Names that a hostile name server answers for. */
const NAMES: Record<string, string[]> = {
  'loopback.example.com': ['127.0.0.1'],
  'loopback6.example.com': ['::1'],
  'mapped.example.com': ['::ffff:127.0.0.1'],
  'compatible.example.com': ['::127.0.0.1'],
  'nat64.example.com': ['64:ff9b::7f00:1'],
  'local-nat64.example.com': ['64:ff9b:1::7f00:1'],
  'sixtofour.example.com': ['2002:7f00:1::1'],
  'teredo.example.com': ['2001:0:7f00:1::'],
  'link.example.com': ['fe80::1'],
  'unique.example.com': ['fd00::1'],
  'metadata.example.com': ['169.254.169.254'],
  'ten.example.com': ['10.0.0.1'],
  'mixed.example.com': ['93.184.216.34', '127.0.0.1'],
  'mixed6.example.com': ['2606:2800:220:1::1', '::1'],
  'zero.example.com': ['0.0.0.0'],
  'nobody.example.com': [],
};
const addressesOf = (list: string[]): Address[] =>
  list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

class HostileNetwork extends PublicNetwork {
  override resolve(host: string): Promise<Address[]> {
    const known = NAMES[host];
    return known ? Promise.resolve(addressesOf(known)) : super.resolve(host);
  }
}

const config = { jwtSecret: 'a secret that is only good for tests', webhookLoopback: false } as Config;

function callerIn(
  network: PublicNetwork,
  settings = config,
): (url: string) => ReturnType<WebhookCaller['call']> {
  const secrets = new WebhookSecrets(settings);
  const caller = new WebhookCaller(
    settings,
    new Targets(settings, network),
    secrets,
    new PublicFetch(network),
  );
  return (url) => {
    const sealed = { userId: 1, secret: secrets.seal(secrets.make(), 1), formerSecrets: null };
    const endpoint = Object.assign(new WebhookEndpoint(), { id: 1, url, ...sealed });
    const about = { id: 1, type: 'ping', data: '{}', createdAt: new Date() };
    const event = Object.assign(new WebhookEvent(), about);
    return caller.call({ endpoint, event } as Delivery, new AbortController().signal);
  };
}

describe('an endpoint', () => {
  it.each([
    'https://127.0.0.1:PORT/',
    'https://127.1:PORT/',
    'https://127.255.255.254:PORT/',
    'https://2130706433:PORT/',
    'https://0x7f000001:PORT/',
    'https://0177.0.0.1:PORT/',
    'https://0x7f.1:PORT/',
    'https://1２7.0.0.1:PORT/',
    'https://0.0.0.0:PORT/',
    'https://0:PORT/',
    'https://[::1]:PORT/',
    'https://[::]:PORT/',
    'https://[0:0:0:0:0:0:0:1]:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://[::ffff:7f00:1]:PORT/',
    'https://[64:ff9b::127.0.0.1]:PORT/',
    'https://[2002:7f00:1::]:PORT/',
    'https://[fe80::1]:PORT/',
    'https://10.0.0.1:PORT/',
    'https://172.16.0.1:PORT/',
    'https://192.168.0.1:PORT/',
    'https://100.64.0.1:PORT/',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost:PORT/',
    'https://LOCALHOST.:PORT/',
    'https://shop.localhost:PORT/',
    'https://db.internal:PORT/',
    'https://printer.local:PORT/',
    'https://mariadb:PORT/',
    'http://93.184.216.34:PORT/',
    'http://loopback.example.com:PORT/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:PORT/',
    'ftp://loopback.example.com:PORT/',
    'unix:/var/run/docker.sock',
    'javascript:alert(1)',
    'data:text/plain,hello',
    '//loopback.example.com:PORT/',
    'https://',
    'https://user:pass@loopback.example.com:PORT/',
    'https://loopback.example.com@127.0.0.1:PORT/',
    'https://loopback.example.com:22/',
    'https://loopback.example.com:6379999/',
    'https://loopback.example.com:PORT/#here',
    ...Object.keys(NAMES).map((name) => `https://${name}:PORT/`),
  ])('is never %s', async (address) => {
    const outcome = await callerIn(new HostileNetwork())(address.replace('PORT', String(port)));
    expect(outcome).toMatchObject({ responseStatus: null, reason: expect.stringMatching(/\S/) as string });
    expect(hits).toEqual([]);
  });
});

/** Loopback stands for the internet here, but for one address of it. */
class SplitNetwork extends PublicNetwork {
  asked = 0;

  override resolve(): Promise<Address[]> {
    this.asked += 1;
    return Promise.resolve(addressesOf([this.asked === 1 ? '127.0.0.2' : '127.0.0.1']));
  }

  override allows(address: string): boolean {
    return address === '127.0.0.2';
  }
}

it('is the address that was checked, though its name leads elsewhere a moment later', async () => {
  const connected: string[] = [];
  canary.once('connection', (socket) => connected.push(String(socket.localAddress)));
  const network = new SplitNetwork();
  const call = callerIn(network);
  // no TLS is spoken there: that it was dialled is what counts
  expect((await call(`https://rebound.example.com:${port}/`)).reason).toMatch('The connection failed');
  expect(connected).toEqual([expect.stringMatching(/127\.0\.0\.2$/)]);
  expect(network.asked).toBe(1);
  hits = [];
  expect((await call(`https://rebound.example.com:${port}/`)).reason).toBe(
    'Its host is not on the public internet.',
  );
  expect(hits).toEqual([]);
});

it('is loopback in development, where a setting says so, and nothing else of what is private', async () => {
  const call = callerIn(new HostileNetwork(), { ...config, webhookLoopback: true });
  expect(await call(`http://127.0.0.1:${port}/`)).toMatchObject({ responseStatus: 200, reason: null });
  for (const other of [
    'http://10.0.0.1/',
    'https://10.0.0.1/',
    'http://example.com/',
    'https://ten.example.com/',
  ])
    expect((await call(other)).responseStatus).toBeNull();
});
