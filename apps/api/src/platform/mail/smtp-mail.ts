import { MailerService } from '@nestjs-modules/mailer';
import { Injectable } from '@nestjs/common';
import { asHtml, asText } from './layout';
import { Mail, type Letter } from './mail';

@Injectable()
export class SmtpMail extends Mail {
  constructor(private readonly mailer: MailerService) {
    super();
  }

  async send(letter: Letter): Promise<void> {
    const { to, subject } = letter;
    await this.mailer.sendMail({ to, subject, html: asHtml(letter), text: asText(letter) });
  }
}
