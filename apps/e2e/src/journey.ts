import type { BrowserContextOptions } from 'playwright-core';
import { startSmtpServer, type SmtpServer } from '../../api/test/smtp-server';
import { startStripeServer, type StripeServer } from '../../api/test/stripe-server';
import { startXServer, type XServer } from '../../api/test/x-server';
import { newVisitor, screenshot, type Visitor } from './browser';
import { mailedPath } from './mailbox';
import {
  startKillableMarketplace,
  startMarketplace,
  type KillableMarketplace,
  type Marketplace,
} from './marketplace';

const START_MS = 60_000;

export interface Journey {
  /** Where the marketplace is. */
  url(): string;
  /** The server's process, where it was asked for. */
  server(): KillableMarketplace;
  /** Takes the payments, where it was asked for. */
  stripe(): StripeServer;
  /** Takes the mails, where it was asked for. */
  mailServer(): SmtpServer;
  /** Takes the announcements, where it was asked for. */
  x(): XServer;
  /** Of the account `staff`. */
  staffPassword(): string;
  /** Path and query of the newest mailed link to this page; waits until there is one other than the known. */
  mailedPath(address: string, page: string, known?: string): Promise<string>;
  /** Comes with a browser of their own; the same name is the same person. */
  visitor(name: string, options?: BrowserContextOptions): Promise<Visitor>;
  /** As `it`, for steps that stand on those before: after a failed one, the others do not run. */
  step(name: string, walk: () => Promise<void>): void;
}

interface Opening {
  /** As a process of its own. */
  isKillable?: boolean;
  /** Instead of the test gateway: a server that speaks like it. */
  withStripe?: boolean;
  /** Instead of a folder. */
  withMailServer?: boolean;
  /** Instead of the log: a server that speaks like X. */
  withX?: boolean;
  /** Of the marketplace, beside those that every journey has. */
  settings?: NodeJS.ProcessEnv;
}

/** A marketplace with nothing in it but staff, for the specs around, and the check that no page misbehaved. */
export function openJourney({
  isKillable = false,
  withStripe = false,
  withMailServer = false,
  withX = false,
  settings = {},
}: Opening = {}): Journey {
  let marketplace: Marketplace;
  let server: KillableMarketplace | undefined;
  let stripe: StripeServer | undefined;
  let x: XServer | undefined;
  let mailServer: SmtpServer | undefined;
  let failed: string | undefined;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    if (withStripe) stripe = await startStripeServer();
    if (withX) x = await startXServer();
    if (withMailServer) mailServer = await startSmtpServer();
    const mail = mailServer && { SMTP_URL: mailServer.url, MAIL_FROM: 'Souk <souk@example.com>' };
    const all = { ...settings, ...stripe?.settings, ...x?.settings, ...mail };
    if (isKillable) server = await startKillableMarketplace(all);
    marketplace = server ?? (await startMarketplace(all));
  }, START_MS);

  afterAll(async () => {
    for (const { page } of visitors.values()) await page.context().close();
    await marketplace?.stop();
    await stripe?.close();
    await x?.close();
    await mailServer?.close();
    expect([...visitors].flatMap(([name, { faults }]) => faults.map((fault) => `${name}: ${fault}`))).toEqual(
      [],
    );
  });

  return {
    url: () => marketplace.url,
    server: () => {
      if (!server) throw new Error('This marketplace was not opened as a process of its own.');
      return server;
    },
    stripe: () => {
      if (!stripe) throw new Error('This marketplace was opened without Stripe.');
      return stripe;
    },
    mailServer: () => {
      if (!mailServer) throw new Error('This marketplace was opened without a mail server.');
      return mailServer;
    },
    x: () => {
      if (!x) throw new Error('This marketplace was opened without X.');
      return x;
    },
    staffPassword: () => marketplace.staffPassword,
    mailedPath: (...which) => mailedPath(marketplace.dataDir, ...which),
    visitor: async (name, options) => {
      const known = visitors.get(name);
      if (known) return known;
      const visitor = await newVisitor(marketplace.url, name, options);
      visitors.set(name, visitor);
      return visitor;
    },
    step: (name, walk) =>
      it(name, async () => {
        if (failed) throw new Error(`Not tried, because this failed before: ${failed}`);
        try {
          await walk();
        } catch (error) {
          failed = name;
          for (const [who, { page }] of visitors) await screenshot(page, `failed-${who}`);
          throw error;
        }
      }),
  };
}
