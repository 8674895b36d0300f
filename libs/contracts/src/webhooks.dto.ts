import { PartialType } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { Page, PageQuery } from './common.dto';
import {
  DELIVERY_STATUSES,
  EVENT_TYPES,
  SENT_TYPES,
  type DeliveryStatus,
  type EventType,
  type SentType,
} from './enums';
import { LIMITS } from './limits';
import { CustomerRef } from './orders.dto';
import { QueryCount, QueryWords } from './query-validators';
import { EnumField, EnumListField, Line, OneOf, Optional, SomeOf } from './validators';

export class FeedQuery {
  /** Id of the last event that you have; without it the feed begins with the oldest one that is kept. @example 8230 */
  @Optional()
  @QueryCount(0, LIMITS.id)
  after?: number;

  /** As `after`: what the page before named as `nextCursor`, as with every list. @example 8230 */
  @Optional()
  @QueryCount(0, LIMITS.id)
  cursor?: number;

  /** Only of these types; every type without. */
  @Optional()
  @QueryWords(EVENT_TYPES, 'EventType')
  types?: EventType[];

  /** Rows per page, 1 to 100. */
  @Optional()
  @QueryCount(1, LIMITS.page.max)
  limit?: number;
}

/** Something happened. Webhooks send the same, byte by byte. */
export class EventDto {
  /** The `webhook-id` of its deliveries. @example 8231 */
  id: number;
  @EnumField(EVENT_TYPES, 'EventType')
  type: EventType;
  /** When it was noted. @example 2026-11-02T09:30:00.000Z */
  timestamp: string;
  /** What it happened to, as it was then; its fields depend on the type. */
  data: Record<string, unknown>;
}

/** `nextCursor` is the id of the last event here when there are more: send it as `cursor` or `after`. */
export class EventPage extends Page {
  items: EventDto[];
}

export class WebhookInput {
  /** Where events are sent to: a public https address, without a password in it. @example https://example.com/souk */
  @Line({ min: 1, max: LIMITS.webhooks.url })
  url: string;

  /** What it hears of; `null`, or left out: everything. */
  @IsOptional()
  @SomeOf(EVENT_TYPES, 'EventType', true)
  eventTypes?: EventType[] | null;

  /** While it is off nothing is sent to it, and events of that time are only in the feed. Default true. */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  active?: boolean;

  /** What its owner calls it. @example Warehouse */
  @IsOptional()
  @Line({ max: LIMITS.webhooks.description })
  description?: string | null;
}

export class WebhookPatch extends PartialType(WebhookInput, { skipNullProperties: false }) {}

export class WebhookDto {
  /** @example 6 */
  id: number;
  /** @example https://example.com/souk */
  url: string;
  /** @example Warehouse */
  description: string | null;
  /** `null`: everything. */
  @EnumListField(EVENT_TYPES, 'EventType', true)
  eventTypes: EventType[] | null;
  active: boolean;
  /** When the marketplace switched it off, because nothing reached it; `null` where it did not, or its owner has seen to it. */
  disabledAt: string | null;
  /** Why, in a sentence. */
  disabledReason: string | null;
  /** Requests are signed with the former secret too until then, with older ones not as long; `null` when there is none. */
  formerSecretUntil: string | null;
  /** Deliveries that are tried, or tried again, by themselves. @example 2 */
  waiting: number;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** @example 2026-11-02T09:30:00.000Z */
  updatedAt: string;
}

export class WebhookPage extends Page {
  items: WebhookDto[];
}

export class NewWebhookDto extends WebhookDto {
  /** Signs what is sent to it. Told this once. @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD2mmBjQ4Ll0w= */
  secret: string;
}

export class DeliveryQuery extends PageQuery {
  @Optional()
  @OneOf(DELIVERY_STATUSES, 'DeliveryStatus')
  status?: DeliveryStatus;
}

/** One event on its way to one endpoint. */
export class DeliveryDto {
  /** @example 5120 */
  id: number;
  /** The `webhook-id`. @example 8231 */
  eventId: number;
  @EnumField(SENT_TYPES, 'SentType')
  eventType: SentType;
  @EnumField(DELIVERY_STATUSES, 'DeliveryStatus')
  status: DeliveryStatus;
  /** Of the schedule, since it began or was asked for by hand. @example 3 */
  attempts: number;
  /** Of the last answer; `null` where there was none. @example 500 */
  responseStatus: number | null;
  /** What was wrong at last, in a sentence. @example It answered 500. */
  reason: string | null;
  /** `null` unless it waits. */
  nextAttemptAt: string | null;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** When it was delivered or given up; `null` while it waits. */
  endedAt: string | null;
}

export class DeliveryPage extends Page {
  items: DeliveryDto[];
}

export class DeliveryAttemptDto {
  /** @example 2026-11-02T09:30:00.000Z */
  sentAt: string;
  /** @example https://example.com/souk */
  url: string;
  /** As they were sent. */
  requestHeaders: Record<string, string>;
  /** `null` where there was no answer. @example 500 */
  responseStatus: number | null;
  /** The first 2,048 bytes of it. */
  responseBody: string | null;
  /** Milliseconds. @example 84 */
  duration: number;
  /** What was wrong, in a sentence; `null`: nothing. */
  reason: string | null;
}

export class DeliveryDetailDto extends DeliveryDto {
  /** What is signed and sent, byte by byte. */
  requestBody: string;
  /** Newest first. */
  log: DeliveryAttemptDto[];
}

/** A delivery, for staff. */
export class AdminDeliveryDto extends DeliveryDto {
  /** @example 6 */
  webhookId: number;
  /** Where it goes, without path and query, which may be secret. @example https://example.com */
  origin: string;
  /** Whose webhook it is. */
  owner: CustomerRef;
  /** The webhook is on. */
  active: boolean;
}

export class AdminDeliveryPage extends Page {
  items: AdminDeliveryDto[];
}
