import { Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/events';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { NotificationPreferences } from './notification-preferences';
import { toNotificationDto } from './notifications.mapper';
import { NotificationsService } from './notifications.service';

@Injectable()
export class NotificationsOwnData {
  constructor(
    notifications: NotificationsService,
    preferences: NotificationPreferences,
    ownData: OwnData,
    events: Events,
  ) {
    ownData.contribute('notifications', async ({ id }) =>
      (await notifications.heldOn(id)).map(toNotificationDto),
    );
    ownData.contribute('notificationPreferences', ({ id, userType }) => preferences.of(id, userType));
    events.during(UserErased, async ({ userId }) => {
      await notifications.removeAll(userId);
      await preferences.removeAll(userId);
    });
  }
}
