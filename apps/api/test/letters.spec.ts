import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { asHtml, asText } from '../src/platform/mail/layout';
import { LETTERS } from './letters';

/** What only the HTML says: the name above it, and how to go on where buttons do not work. */
const OF_THE_LAYOUT = ['Souk', 'Or', 'open', 'this', 'address'];

describe.each(LETTERS)('the mail "%s"', (_, letter) => {
  const html = asHtml(letter);
  const text = asText(letter);

  it('says in its text all that the HTML says', () => {
    const known = new Set(wordsOf(`${letter.subject} ${text}`).concat(OF_THE_LAYOUT));
    expect(visibleWords(html).filter((word) => !known.has(word))).toEqual([]);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\(\)/);
  });

  it('has one line for its subject, and one for the list of mails', () => {
    expect(letter.subject).toMatch(/^\S.{4,250}\S$/);
    expect(letter.preheader ?? letter.paragraphs[0]).toMatch(/^.{10,}$/);
    expect(letter.action.url).toMatch(/^https:\/\/souk\.example\//);
  });
});

/** `SCREENSHOTS=1` leaves a picture of each, in light and dark, as wide as mail programs and phones show it. */
if (process.env.SCREENSHOTS) it('fits wherever it is read', fitsEverywhere, 120_000);

async function fitsEverywhere(): Promise<void> {
  const { chromium } = await import('playwright-core');
  const folder = join(process.cwd(), 'screenshots/mails');
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const tooWide: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme });
    for (const [name, letter] of LETTERS) {
      await page.setContent(asHtml(letter));
      for (const width of [600, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const needed = await page.evaluate('document.documentElement.scrollWidth');
        if (Number(needed) > width) tooWide.push(`${name} at ${width}`);
        await page.screenshot({
          path: join(folder, `${name}-${width}-${colorScheme}.png`),
          fullPage: true,
        });
      }
    }
  }
  await browser.close();
  expect(tooWide).toEqual([]);
}

const wordsOf = (text: string) =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/^[(]|[):]+$/g, ''))
    .filter(Boolean);

/** Of the body, without what is hidden. */
function visibleWords(html: string): string[] {
  const body = html.slice(html.indexOf('<h1'));
  const text = body.replace(/<[^>]*>/g, ' ').replace(/&#x3D;/g, '=');
  const ENTITIES: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#x27;': "'",
  };
  return wordsOf(text.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity));
}
