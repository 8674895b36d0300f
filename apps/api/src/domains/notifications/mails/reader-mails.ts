import { Injectable } from '@nestjs/common';
import { notificationRule, type NotificationKind } from '@souk/contracts';
import { Correspondence, type Words } from '../../../platform/mail/correspondence';
import { UsersService } from '../../users/users.service';
import { NotificationPreferences } from '../notification-preferences';
import { UnsubscribeLinks } from './unsubscribe-links';

/** Writes to users what they want to be written. */
@Injectable()
export class ReaderMails {
  constructor(
    private readonly users: UsersService,
    private readonly preferences: NotificationPreferences,
    private readonly links: UnsubscribeLinks,
    private readonly correspondence: Correspondence,
  ) {}

  /** @param cause of which there is one mail */
  async write(userId: number, kind: NotificationKind, cause: string, words: () => Words): Promise<void> {
    const user = (await this.users.byIds([userId])).get(userId)?.user;
    if (!user?.isActive || !(await this.preferences.wants(userId, kind, 'email'))) return;
    const isNeeded = notificationRule(kind).email === 'required';
    const end = isNeeded ? {} : { unsubscribe: this.links.of({ userId, kind }) };
    await this.correspondence.once(cause, user.email, async () => ({ ...words(), ...end }));
  }
}
