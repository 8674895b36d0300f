import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { asHtml, asText } from './layout';
import { Mail, type Letter } from './mail';

export const mailFolder = ({ dataDir }: Config): string => join(dataDir, 'mail');

/** Mails as files to open: an .html for browsers, a .txt with sender's and receiver's lines; newest last. */
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
    const head = `From: ${this.config.mailFrom}\nTo: ${letter.to}\nSubject: ${letter.subject}\n\n`;
    // They carry links that open accounts.
    const options = { mode: 0o600 };
    await writeFile(`${name}.html`, asHtml(letter), options);
    await writeFile(`${name}.txt`, head + asText(letter), options);
  }
}
