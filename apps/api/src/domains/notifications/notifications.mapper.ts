import type { NotificationDto } from '@souk/contracts/notifications.dto';
import type { Notification } from './notification.entity';

export const toNotificationDto = ({ id, kind, data, createdAt, readAt }: Notification): NotificationDto => ({
  id,
  kind,
  data,
  createdAt: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});
