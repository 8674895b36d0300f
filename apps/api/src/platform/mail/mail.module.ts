import { MailerModule } from '@nestjs-modules/mailer';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '../../config/config';
import { FolderMail } from './folder-mail';
import { Mail } from './mail';
import { SmtpMail } from './smtp-mail';

/** A server that is slow to answer is tried again later; the outbox keeps the letter. */
const TIMEOUTS_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

@Module({})
export class MailModule {
  static with({ smtpUrl, mailFrom }: Config): DynamicModule {
    return {
      module: MailModule,
      global: true,
      imports: smtpUrl
        ? [
            MailerModule.forRoot({
              transport: { url: smtpUrl, ...TIMEOUTS_MS },
              defaults: { from: mailFrom },
            }),
          ]
        : [],
      providers: [{ provide: Mail, useClass: smtpUrl ? SmtpMail : FolderMail }],
      exports: [Mail],
    };
  }
}
