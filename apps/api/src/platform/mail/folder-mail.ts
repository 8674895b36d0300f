import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { asHtml, asText } from './layout';
import { headersOf, Mail, type Letter } from './mail';

export const mailFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'mail');

/** Mails as files to open: an .html for browsers, a .txt with the header's lines before the text; newest last. */
@Injectable()
export class FolderMail extends Mail {
  constructor(private readonly config: Config) {
    super();
  }

  async send(letter: Letter): Promise<void> {
    const folder = mailFolder(this.config);
    await mkdir(folder, { recursive: true });
    const time = new Date().toISOString().replace(/[:.]/g, '-');
    const name = join(folder, `${time}-${randomUUID().slice(0, 8)}`);
    const { to, subject } = letter;
    const head = { From: this.config.mailFrom, To: to, Subject: subject, ...headersOf(letter) };
    const lines = Object.entries(head).map(([key, value]) => `${key}: ${value.replace(/\s+/g, ' ')}`);
    // They carry links that open accounts.
    const options = { mode: 0o600 };
    await writeFile(`${name}.html`, asHtml(letter), options);
    await writeFile(`${name}.txt`, `${lines.join('\n')}\n\n${asText(letter)}`, options);
  }
}
