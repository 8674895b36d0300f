import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '@souk/contracts';
import { NotFound } from '../../../platform/http/errors';
import { UsersService } from '../../users/users.service';
import { NotificationPreferences } from '../notification-preferences';
import { UnsubscribeLinks } from './unsubscribe-links';

/** Ends a kind of mails for whoever got one. */
@Injectable()
export class Unsubscribing {
  constructor(
    private readonly links: UnsubscribeLinks,
    private readonly users: UsersService,
    private readonly preferences: NotificationPreferences,
  ) {}

  /** As often as one likes. @returns what is not mailed any more @throws NotFound for a link that is none */
  async end(token: string): Promise<NotificationKind> {
    const unwanted = this.links.read(token);
    const user = unwanted && (await this.users.byIds([unwanted.userId])).get(unwanted.userId)?.user;
    if (!unwanted || !user || user.erasedAt) throw new NotFound('link');
    await this.preferences.unsubscribe(unwanted.userId, unwanted.kind);
    return unwanted.kind;
  }
}
