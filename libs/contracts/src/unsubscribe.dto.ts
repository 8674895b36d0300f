import { NOTIFICATION_KINDS, type NotificationKind } from './notifications';
import { EnumField, Line } from './validators';

export class UnsubscribeRequest {
  /** As it stands in the mailed link. */
  @Line({ min: 1, max: 200 })
  token: string;
}

export class UnsubscribedDto {
  /** What is not mailed any more. */
  @EnumField(NOTIFICATION_KINDS, 'NotificationKind')
  kind: NotificationKind;
}
