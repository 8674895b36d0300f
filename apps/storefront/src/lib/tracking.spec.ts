import { trackingPage } from './tracking';

it.each([
  ['DHL Express', 'JD0146', 'https://www.dhl.com/en/express/tracking.html?AWB=JD0146'],
  ['royal mail', 'AB 1', 'https://www.royalmail.com/track-your-item#/tracking-results/AB%201'],
  [
    'UPS',
    '"><script>&x=//evil.example',
    expect.stringMatching(/^https:\/\/www\.ups\.com\/track\?tracknum=[\w%.!~*'()-]+$/),
  ],
  ['javascript:alert(1)', '1', null],
  ['UPS', null, null],
  [null, '1', null],
])('%s %s', (carrier, number, page) => expect(trackingPage(carrier, number)).toEqual(page));
