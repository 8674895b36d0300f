import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const SCREENSHOTS = resolve('screenshots');
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  // fewer processes tell each other less
  '--in-process-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // a page lives for seconds: to compile better what it has run does not pay
  '--js-flags=--no-maglev,--no-turbofan',
  // nor does a process for the blank page that each visitor begins with
  '--renderer-process-limit=1',
];

let browser: Browser | undefined;

/** The same for all journeys of a run; see `close-browser.ts`. */
async function openBrowser(): Promise<Browser> {
  if (!browser?.isConnected())
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: FLAGS });
  return browser;
}

export const closeBrowser = async (): Promise<void> => browser?.close();

export interface Visitor {
  page: Page;
  /** What no page may do: uncaught exceptions, console errors, failed requests, sideways scrolling. */
  faults: string[];
  /** Notes as a fault if the page scrolls sideways at its present width. */
  checkWidth(what: string): Promise<void>;
  /**
   * Tries the page at a phone's widths, then goes on at a desktop's. With SCREENSHOTS=1 it leaves pictures, named by
   * the visitor, the count of its looks and `what`.
   */
  look(what: string): Promise<void>;
}

/** A browser of one's own: cookies, storage and cart are nobody else's. */
export async function newVisitor(
  url: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await (
    await openBrowser()
  ).newContext({
    baseURL: url,
    viewport: DESKTOP,
    reducedMotion: 'reduce',
    locale: 'en-US',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults = watch(page);
  const checkWidth = async (what: string) => {
    const culprit = await page.evaluate(widerThanWindow);
    const width = page.viewportSize()?.width;
    if (culprit) faults.push(`${what}: scrolls sideways at ${width} px because of ${culprit}`);
  };
  let looks = 0;
  const look = async (what: string) => {
    looks += 1;
    await page.setViewportSize(DESKTOP);
    const picture = `${name}-${String(looks).padStart(2, '0')}-${what.replaceAll(' ', '-')}`;
    await screenshot(page, `${picture}-${DESKTOP.width}`);
    for (const size of [PHONE, NARROWEST]) {
      await page.setViewportSize(size);
      await checkWidth(what);
      if (size === PHONE) await screenshot(page, `${picture}-${size.width}`);
    }
    await page.setViewportSize(DESKTOP);
  };
  return { page, faults, checkWidth, look };
}

/** The innermost of what makes the page scroll sideways, if anything does. */
function widerThanWindow(): string | undefined {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return undefined;
  const outside = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth,
  );
  return outside.at(-1)?.outerHTML.slice(0, 200) ?? 'something out of sight';
}

function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // Refusals such as a declined card are part of a journey; the browser logs each.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) faults.push(message.text());
  });
  page.on('response', (response) => {
    // A page about nothing says so, to search engines too.
    const isPage = response.request().isNavigationRequest();
    const isMissing = response.status() === 404 && !isPage && !response.url().includes('/api/');
    if (response.status() >= 500 || isMissing) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  // What is fixed or sticky stands where the picture begins.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}
