import { MailerModule } from '@nestjs-modules/mailer';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '../../config/config';
import { Correspondence } from './correspondence';
import { FolderMail } from './folder-mail';
import { Mail } from './mail';
import { SmtpMail } from './smtp-mail';
import { transportUrl } from './smtp-url';

@Module({})
export class MailModule {
  static with({ smtpUrl, mailFrom }: Config): DynamicModule {
    return {
      module: MailModule,
      global: true,
      imports: smtpUrl
        ? [MailerModule.forRoot({ transport: transportUrl(smtpUrl), defaults: { from: mailFrom } })]
        : [],
      providers: [{ provide: Mail, useClass: smtpUrl ? SmtpMail : FolderMail }, Correspondence],
      exports: [Mail, Correspondence],
    };
  }
}
