import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PublicFetch } from '../../platform/network/public-fetch';
import { PublicNetwork } from '../../platform/network/public-network';
import { RemotePictures } from './remote-pictures';

describe('fetching', () => {
  let server: Server;
  let port: number;
  const asked: (string | undefined)[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.headers.host);
      const redirect = (location: string) => response.writeHead(302, { location }).end();
      const path = request.url ?? '';
      if (path === '/picture') response.end('picture');
      else if (path.startsWith('/hop/'))
        redirect(path === '/hop/0' ? '/picture' : `/hop/${Number(path.slice(5)) - 1}`);
      else if (path === '/inside') redirect(`http://inside.example:${port}/picture`);
      else if (path === '/file') redirect('file:///etc/passwd');
      else if (path === '/large') response.end(Buffer.alloc(10 * 1024 * 1024 + 1));
      else if (path === '/cut')
        response.writeHead(200, { 'content-length': 100 }).write('x', () => response.destroy());
      else if (path === '/slow') response.write('x');
      else response.writeHead(path === '/busy' ? 503 : 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Every host stands for the test's own server; `inside.example` alone is not public. */
  const network = Object.assign(new PublicNetwork(), {
    resolve: (host: string) =>
      host === 'missing.example'
        ? Promise.reject(new Error('ENOTFOUND'))
        : Promise.resolve([
            { address: '127.0.0.1', family: 4 },
            ...(host === 'inside.example' ? [{ address: '10.0.0.1', family: 4 }] : []),
          ]),
    allows: (address: string) => address === '127.0.0.1',
  });
  const fetch = (path: string, host = 'cdn.example') =>
    new RemotePictures(new PublicFetch(network)).fetch(`http://${host}:${port}${path}`);

  it('goes to the address that was checked, under the name that was asked for', async () => {
    expect((await fetch('/picture')).toString()).toBe('picture');
    expect(asked.at(-1)).toBe(`cdn.example:${port}`);
  });

  it('follows three redirects', async () => {
    expect((await fetch('/hop/2')).toString()).toBe('picture');
    await expect(fetch('/hop/3')).rejects.toMatchObject({ message: 'is redirected too often' });
  });

  it.each([
    ['/nothing', 'could not be fetched: its host answered 404', false],
    ['/busy', 'could not be fetched: its host answered 503', true],
    ['/large', 'is larger than 10 MB', false],
    ['/cut', 'could not be fetched: the connection to its host failed', true],
    ['/inside', 'could not be fetched: its host is not on the public internet', true],
    ['/file', 'has no address that begins with https:// or http://', false],
  ])('%s is refused', async (path, message, isHostDown) => {
    await expect(fetch(path)).rejects.toMatchObject({ message, isHostDown });
  });

  it('never connects to a host of which one address is private', async () => {
    const before = asked.length;
    await expect(fetch('/picture', 'inside.example')).rejects.toThrow('not on the public internet');
    expect(asked).toHaveLength(before);
  });

  it('says that a host is not there', () =>
    expect(fetch('/picture', 'missing.example')).rejects.toMatchObject({ isHostDown: true }));

  it('gives up in time', async () => {
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(AbortSignal.timeout(100));
    await expect(fetch('/slow')).rejects.toThrow('did not arrive within 10 seconds');
    timeout.mockRestore();
  });

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://localhost/',
  ])('the real network refuses %s', (address) =>
    expect(new RemotePictures(new PublicFetch(new PublicNetwork())).fetch(address)).rejects.toThrow(
      'not on the public internet',
    ),
  );

  it.each(['ftp://cdn.example/a.png', '//cdn.example/a.png', 'a.png', 'javascript:1', ''])(
    '%j is no address',
    (address) =>
      expect(new RemotePictures(new PublicFetch(network)).fetch(address)).rejects.toThrow(
        'begins with https://',
      ),
  );
});
