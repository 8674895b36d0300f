import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp } from './app';

export interface ReceivedMail {
  subject: string;
  text: string;
  html: string;
  /** Of its link. */
  token: string;
}

/** What this address has received so far, oldest first; from the folder in which mails lie in development. */
export async function mailsTo(test: TestApp, address: string): Promise<ReceivedMail[]> {
  await test.settled();
  const folder = join(test.dataDir, 'mail');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    if (!text.includes(`\nTo: ${address}\n`)) return [];
    const html = readFileSync(join(folder, name.replace(/txt$/, 'html')), 'utf8');
    const subject = /^Subject: (.*)$/m.exec(text)?.[1] ?? '';
    return [{ subject, text, html, token: /\?token=([\w-]+)/.exec(text)?.[1] ?? '' }];
  });
}

/** @param page that its link leads to */
export async function newestMailTo(
  test: TestApp,
  address: string,
  page: 'reset-password' | 'verify-email',
): Promise<ReceivedMail> {
  const newest = (await mailsTo(test, address)).filter(({ text }) => text.includes(`/${page}?`)).at(-1);
  if (!newest) throw new Error(`There is no mail to ${address}.`);
  return newest;
}
