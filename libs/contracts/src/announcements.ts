import { COUNTRY_CODES } from './countries';

/** What is said on X, weighed as X weighs it: https://docs.x.com/fundamentals/counting-characters */
export const POST_WEIGHT_MAX = 280;

const LINK_WEIGHT = 23;
const STORE_TAGS = ' #ecommerce #newstore';
const PRODUCT_TAGS = ' #shopping #newproduct';
/** What a name may take, so that there is room for the other one. */
const STORE_NAME_MAX = 120;
const STORE_OF_PRODUCT_MAX = 80;
const ELLIPSIS = '…';
/** Nothing to see, but what stands before it is no longer the beginning of a mention or a tag. */
const BREAK = '\u200b';

/** Code points that weigh one; every other weighs two. */
const LIGHT = /[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/;
/** Emoji of several code points that X is sure to know as one; they weigh two. */
const PLAIN_EMOJI = /(?![\d#*])(?!\p{Emoji_Presentation})\p{Emoji}\ufe0f(?!\u200d|\u20e3)/gu;
/** They still part the words on both sides. */
const OF_EQUAL_WEIGHT = BREAK + BREAK;
/** What X may take for a domain; it makes links of many of them. */
const DOMAIN = /[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+/gu;
/** What follows may be a domain of any signs. */
const ODD_LINK = /https?:\/\/(?![a-z\d-]+\.[a-z])/gi;
/** Of those that X knows. */
const DOMAIN_ENDS = [
  'com org net info biz name eu uk app art blog boutique cafe care clothing club coffee design dev fashion gallery',
  'garden gift jewelry kitchen life live market media online page photography shoes shop shopping site space store',
  'studio style tech today toys website wine work world xyz',
  ...COUNTRY_CODES,
].flatMap((some) => some.split(' '));
/** What its addresses may hold, and what of that may be the last sign: others are the sentence's. */
const PATH = String.raw`\/(?:[a-z\d!*';:=+,.$/%_~|&-]{0,500}[a-z\d+=_/-])?`;
const QUERY = String.raw`\?[a-z\d!?*';:=+,.$/%_~|&-]{0,500}[a-z\d&=_/-]`;
/** Links beyond doubt: X takes each of them for one, from end to end. */
const PLAIN_LINK = new RegExp(
  String.raw`(?<=^|(?!\ufeff)\s|\()(?:https?:\/\/)?(?!t\.co\b)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,4}` +
    String.raw`(?:${DOMAIN_ENDS.join('|')})(?:${PATH}(?:${QUERY})?)?(?=[.,:;!?)]*(?:\s|$))`,
  'gi',
);

export interface StoreToAnnounce {
  name: string;
  description: string;
}

export interface ProductToAnnounce {
  name: string;
  /** Name of its store. */
  store: string;
  /** Decimal. */
  price: string;
  /** ISO 4217. */
  currency: string;
}

export function storePost({ name, description }: StoreToAnnounce): string {
  const opening = `🏪 New store opened! ${cut(tame(name), STORE_NAME_MAX)}`;
  const room = POST_WEIGHT_MAX - postWeight(`${opening} - `) - postWeight(STORE_TAGS);
  const rest = cut(tame(description), room);
  return `${rest ? `${opening} - ${rest}` : opening}${STORE_TAGS}`;
}

export function productPost({ name, store, price, currency }: ProductToAnnounce): string {
  const opening = '🆕 New product! ';
  const end = ` at ${cut(tame(store), STORE_OF_PRODUCT_MAX)} - ${priceTag(price, currency)}${PRODUCT_TAGS}`;
  const room = POST_WEIGHT_MAX - postWeight(opening) - postWeight(end);
  return `${opening}${cut(tame(name), room)}${end}`;
}

/** At least what X counts, and exactly that but for rare emoji and unusual links. */
export function postWeight(text: string): number {
  const whole = text.normalize('NFC');
  const rest = whole.replace(PLAIN_LINK, '').replace(PLAIN_EMOJI, OF_EQUAL_WEIGHT);
  const links = [...whole.matchAll(PLAIN_LINK), ...rest.matchAll(ODD_LINK)].length;
  let weight = LINK_WEIGHT * links;
  for (const [domain] of rest.matchAll(DOMAIN)) weight += linkSurcharge(domain);
  for (const point of rest) weight += pointWeight(point);
  return weight;
}

/** It may be one link or only begin with one; letters of other scripts, and `_`, may part it into several. */
function linkSurcharge(domain: string): number {
  const [first = '', second = '', ...others] = domain.split('.');
  if (!/^[a-z\d.-]+$/i.test(domain)) return LINK_WEIGHT * (1 + others.length);
  return Math.max(0, LINK_WEIGHT - `${first}.${second}`.length);
}

const pointWeight = (point: string) => (LIGHT.test(point) ? 1 : 2);

/** One line, in which nothing mentions or tags anybody: vendors speak with the marketplace's voice. */
function tame(text: string): string {
  return text
    .replace(/[\p{Cs}\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC')
    .replace(/[@＠](?=\S)/gu, `$&${BREAK}`)
    .replace(/[#＃](?=[^\s\ufe0f\u20e3])/gu, `$&${BREAK}`)
    .replace(/[$＄](?=\p{L})/gu, `$&${BREAK}`);
}

/** Between words where that leaves at least half of the room, else between characters as people see them. */
function cut(text: string, room: number): string {
  if (postWeight(text) <= room) return text;
  const fits = (head: string) => postWeight(head + ELLIPSIS) <= room;
  const head = longest(text.split(/(?<=\s)/), fits).trimEnd();
  if (head && postWeight(head) >= room / 2) return head + ELLIPSIS;
  const parts = longest(pieces(text, 'word'), fits).trimEnd() || longest(pieces(text, 'grapheme'), fits);
  return parts && parts + ELLIPSIS;
}

const pieces = (text: string, granularity: 'word' | 'grapheme') =>
  [...new Intl.Segmenter('en', { granularity }).segment(text)].map(({ segment }) => segment);

/** As many of the parts as fit, by halving: their weight grows with their number. */
function longest(parts: string[], fits: (head: string) => boolean): string {
  let [most, tooMany] = [0, parts.length];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(parts.slice(0, middle).join(''))) most = middle;
    else tooMany = middle;
  }
  return parts.slice(0, most).join('');
}

/** `$19.99`, `€19.99`, `CHF 19.99`. */
function priceTag(price: string, currency: string): string {
  const parts = new Intl.NumberFormat('en-US', { style: 'currency', currency }).formatToParts(0);
  const sign = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return /\p{L}$/u.test(sign) ? `${sign} ${price}` : `${sign}${price}`;
}
