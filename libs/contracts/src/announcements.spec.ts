import fc from 'fast-check';
import twitter from 'twitter-text';
import { postWeight, productPost, storePost } from './announcements';

/** X's own word on a post. */
const judged = (text: string) => {
  const { weightedLength, valid } = twitter.parseTweet(text);
  return {
    valid,
    weight: weightedLength,
    mentions: twitter.extractMentions(text),
    tags: twitter.extractHashtags(text),
    cashtags: twitter.extractCashtags(text),
  };
};
const good = (tags: string[]) => ({ valid: true, mentions: [], cashtags: [], tags });

const TEXTS = [
  'Ember and Ash',
  'Stoneware thrown and wood-fired in a former fire station. '.repeat(12),
  'x'.repeat(5000),
  'word '.repeat(1000),
  '陶器と木の店',
  '手作りの陶器を一つ一つ薪で焼いています。'.repeat(30),
  '손으로 빚은 그릇과 찻잔을 파는 가게입니다. '.repeat(20),
  '🏺🔥',
  '🔥'.repeat(400),
  '👨‍👩‍👧‍👦'.repeat(120),
  '👍🏽 ❤️ ✂️ ☎️ '.repeat(60),
  '🇩🇪🇫🇷🏳️‍🌈#️⃣1️⃣'.repeat(40),
  'See https://example.com/shop',
  'https://example.com/a/very/long/path/of/many/words '.repeat(14),
  `https://example.com/${'a'.repeat(3000)}`,
  'a.co b.de c.io d.shop '.repeat(60),
  'shop.example.com,other.example.org/x.html?y=z.com '.repeat(20),
  '店example.com和shop.de和münchen.de '.repeat(15),
  'http://日本語.jp/パス と 例え.テスト '.repeat(12),
  'one\ntwo\r\nthree\n\n\nfour\tfive',
  '\n'.repeat(300) + 'end',
  '@jack and @jill at @home',
  '@@twice ＠wide .@dot RT@jack (@brackets) a@b.com',
  '@a '.repeat(500),
  '#art #handmade ＃wide C# #1 ##two',
  '#tag'.repeat(300),
  '$TSLA socks for $5 and ＄AAPL',
  '@x/list #x_y $A.B @\u200djack #\u200ctag',
  'مرحبا بكم في متجرنا للفخار المصنوع يدويا. '.repeat(12),
  'ברוכים הבאים לחנות שלנו. '.repeat(20),
  'z\u0335\u0322a\u0336\u0321l\u0334g\u0337o '.repeat(80),
  '\u202eright to left\u202c and \ufeffmarks \ufffe\uffff',
  'lone \ud83d and \ude00 halves',
  'control \u0000\u0007\u001b[31m characters',
  'Ünïcödé e\u0301e\u0301e\u0301 '.repeat(40),
  '… — “quotes” ‘single’ «guillemets» ½ ™ '.repeat(20),
  '🧿🪔🫖🪴🫶🏾 '.repeat(60),
  '<b>&amp; "quoted"</b>',
  'nobreak\u00a0spaces\u2003everywhere\u3000'.repeat(30),
  '   ',
];

it.each(TEXTS)('makes valid posts of %j, which mention and tag nobody', (text) => {
  const name = text.slice(0, 120);
  for (const each of [name, text]) {
    const store = storePost({ name: each, description: text });
    expect(judged(store)).toMatchObject(good(['ecommerce', 'newstore']));
    const product = productPost({ name: each, store: text, price: '1234567.90', currency: 'USD' });
    expect(judged(product)).toMatchObject(good(['shopping', 'newproduct']));
  }
});

it('says what short names and descriptions say, in one line', () => {
  expect(storePost({ name: 'Ember and Ash', description: 'Stoneware,\nwood-fired.' })).toBe(
    '🏪 New store opened! Ember and Ash - Stoneware, wood-fired. #ecommerce #newstore',
  );
  const mug = { name: 'Ember mug', store: 'Ember and Ash', price: '19.90' };
  expect(productPost({ ...mug, currency: 'USD' })).toBe(
    '🆕 New product! Ember mug at Ember and Ash - $19.90 #shopping #newproduct',
  );
  expect(productPost({ ...mug, currency: 'EUR' })).toContain(' - €19.90 #');
  expect(productPost({ ...mug, currency: 'CHF' })).toContain(' - CHF 19.90 #');
});

it('cuts between words, as late as it can, and never the tags', () => {
  const description = 'Bowls for soup and tea. '.repeat(30);
  const post = storePost({ name: 'Ember', description });
  expect(post).toMatch(/(soup|for|and|Bowls|tea\.)… #ecommerce #newstore$/);
  expect(judged(post).weight).toBeGreaterThan(270);
  const japanese = storePost({ name: '陶器', description: '手作りの器です。'.repeat(40) });
  expect(judged(japanese).weight).toBeGreaterThan(270);
});

it('leaves links whole or out', () => {
  const link = 'https://example.com/shop/spring';
  const post = (before: number) =>
    storePost({ name: 'E', description: `${'tea '.repeat(before)}${link} tea` });
  for (let before = 40; before < 60; before += 1) {
    const links = twitter.extractUrls(post(before));
    expect(links.length === 0 || links[0] === link).toBe(true);
  }
});

it('weighs as X does, and never less', () => {
  const fragment = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...TEXTS).map((text) => text.slice(0, 60)),
    fc.constantFrom(
      '.',
      ' ',
      '/',
      '://',
      'http',
      'https://a.com',
      '.com',
      'b.co.uk',
      'https://wood-fired.shop/spring-sale?from=x&to=y.',
      '(example.store/a.html)',
      '?a=b',
      '-',
      '_',
      '@',
      '\ufe0f',
      '\u200d',
      '❤️',
      '👍🏽',
    ),
  );
  const text = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (sample) => postWeight(sample) >= twitter.parseTweet(sample).weightedLength),
    { numRuns: 1500, seed: 280 },
  );
});

it.each([
  'Plain words, 100%',
  '陶器と木',
  '한국어',
  '🔥🏺',
  '❤️ ✂️',
  'naïve café “ok”',
  'at https://example.com/a now',
  'https://wood-fired.example.shop/spring-sale/mug_2.html?from=x&for=you, and more',
  'See example.co.jp/mugs-and-bowls?page=2! (Or http://ember.studio.)',
  'https://example.com/a%20b+c=d/~me;v=1?q=a.b:c and example.store',
])('weighs %j to the point', (text) =>
  expect(postWeight(text)).toBe(twitter.parseTweet(text).weightedLength),
);
