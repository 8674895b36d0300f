import { MailerModule } from '@nestjs-modules/mailer';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '../../config/config';
import { Correspondence } from './correspondence';
import { FolderMail } from './folder-mail';
import { LoggedMail } from './logged-mail';
import { Mail } from './mail';
import { MailLog } from './mail-log';
import { MailsController } from './mails.controller';
import { SmtpMail } from './smtp-mail';
import { transportUrl } from './smtp-url';

@Module({})
export class MailModule {
  static with({ smtpUrl, mailFrom }: Config): DynamicModule {
    const Carrier = smtpUrl ? SmtpMail : FolderMail;
    return {
      module: MailModule,
      global: true,
      imports: smtpUrl
        ? [MailerModule.forRoot({ transport: transportUrl(smtpUrl), defaults: { from: mailFrom } })]
        : [],
      controllers: [MailsController],
      providers: [
        Carrier,
        MailLog,
        {
          provide: Mail,
          useFactory: (carrier: Mail, log: MailLog) => new LoggedMail(carrier, log),
          inject: [Carrier, MailLog],
        },
        Correspondence,
      ],
      exports: [Mail, Correspondence],
    };
  }
}
