import { Type } from 'class-transformer';
import { ArrayUnique, IsBoolean, IsObject, ValidateNested } from 'class-validator';
import { Page, PageQuery } from './common.dto';
import {
  NOTIFICATION_AUDIENCES,
  NOTIFICATION_KINDS,
  type NotificationAudience,
  type NotificationKind,
} from './notifications';
import { QueryFlag } from './query-validators';
import { EnumField, Id, ListOf, OneOf, Optional } from './validators';

const FLAG = { message: 'must be true or false' };

/** How the caller is told of one kind of news. */
export class NotificationPreferenceDto {
  @EnumField(NOTIFICATION_KINDS, 'NotificationKind')
  kind: NotificationKind;
  /** Whom it concerns: those who buy, or those who sell. */
  @EnumField(NOTIFICATION_AUDIENCES, 'NotificationAudience')
  audience: NotificationAudience;
  /** It shows at the bell. */
  inApp: boolean;
  /** It is mailed; `null` where no mail is written. */
  email: boolean | null;
  /** Its mail belongs to a sale or to the account, and cannot be switched off. */
  emailRequired: boolean;
}

export class NotificationPreferencesDto {
  items: NotificationPreferenceDto[];
}

export class NotificationPreferenceInput {
  @OneOf(NOTIFICATION_KINDS, 'NotificationKind')
  kind: NotificationKind;

  @Optional()
  @IsBoolean(FLAG)
  inApp?: boolean;

  /** Only where a mail is written. */
  @Optional()
  @IsBoolean(FLAG)
  email?: boolean;
}

export class NotificationPreferencesInput {
  /** Kinds that are left out, and channels, become as they are for everybody at first. */
  @ListOf(NOTIFICATION_KINDS.length)
  @ArrayUnique((item: NotificationPreferenceInput | null) => item?.kind, {
    message: 'must name each kind once',
  })
  @IsObject({ each: true, message: 'must have only objects with the documented fields' })
  @ValidateNested({ each: true })
  @Type(() => NotificationPreferenceInput)
  items: NotificationPreferenceInput[];
}

export class NotificationDto {
  /** Later ones are higher. @example 312 */
  id: number;
  @EnumField(NOTIFICATION_KINDS, 'NotificationKind')
  kind: NotificationKind;
  /** Ids to link to, and words as they were then, by kind. @example {"orderId":31,"orderNumber":"S-7KQ2M9","storeName":"Ember & Ash","carrier":"DHL"} */
  data: Record<string, unknown>;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  readAt: string | null;
}

export class NotificationQuery extends PageQuery {
  /** Only those that have not been read. */
  @Optional()
  @QueryFlag()
  unread?: boolean;
}

export class NotificationPage extends Page {
  items: NotificationDto[];
  /** Of all, not of this page. @example 3 */
  unreadCount: number;
}

export class ReadUpTo {
  /** The newest that was seen; later ones stay unread. @example 312 */
  @Id()
  upTo: number;
}

export class UnreadCountDto {
  /** @example 0 */
  unreadCount: number;
}
