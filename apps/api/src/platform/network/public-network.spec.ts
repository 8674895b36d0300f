import { PublicNetwork } from './public-network';

const network = new PublicNetwork();

describe('the public internet', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2001:0:4136:e378::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'nonsense',
  ])('is not %s', (address) => expect(network.allows(address)).toBe(false));

  it.each(['8.8.8.8', '23.227.38.65', '2606:4700::6810:84e5', '2a00:1450:4001::1'])('is %s', (address) =>
    expect(network.allows(address)).toBe(true),
  );
});

it.each(['localhost', 'LOCALHOST.', 'shop.localhost'])(
  '%s is this machine, whatever name servers say',
  async (host) => {
    const addresses = await network.resolve(host);
    expect(addresses.map(({ address }) => network.isLoopback(address))).toEqual([true]);
  },
);
