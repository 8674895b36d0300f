import type { EventType } from '@souk/contracts';
import type {
  DeliveryAttemptDto,
  DeliveryDetailDto,
  DeliveryDto,
  EventDto,
  WebhookDto,
} from '@souk/contracts/webhooks.dto';
import type { DeliveryAttempt } from './delivery-attempt.entity';
import type { Delivery } from './delivery.entity';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import type { WebhookEvent } from './webhook-event.entity';

/** The very fields, in their order, that the body of a request has. */
export const toEventDto = ({ id, type, createdAt, data }: WebhookEvent): EventDto => ({
  id,
  type: type as EventType,
  timestamp: createdAt.toISOString(),
  data: JSON.parse(data) as EventDto['data'],
});

/** @param waiting deliveries, by endpoint */
export const toWebhookDto = (endpoint: WebhookEndpoint, waiting: Map<number, number>): WebhookDto => {
  const { id, url, description, eventTypes, disabledReason, signingToo } = endpoint;
  return {
    ...{ id, url, description, eventTypes, active: endpoint.isActive },
    disabledAt: iso(endpoint.disabledAt),
    disabledReason,
    formerSecretUntil: signingToo[0]?.until ?? null,
    waiting: waiting.get(id) ?? 0,
    createdAt: endpoint.createdAt.toISOString(),
    updatedAt: endpoint.updatedAt.toISOString(),
  };
};

export const toDeliveryDto = (delivery: Delivery): DeliveryDto => ({
  id: delivery.id,
  eventId: delivery.eventId,
  eventType: delivery.event.type,
  status: delivery.status,
  attempts: delivery.attempts,
  responseStatus: delivery.responseStatus,
  reason: delivery.reason,
  nextAttemptAt: iso(delivery.nextAttemptAt),
  createdAt: delivery.createdAt.toISOString(),
  endedAt: iso(delivery.endedAt),
});

export const toDeliveryDetail = (delivery: Delivery, log: DeliveryAttempt[]): DeliveryDetailDto => ({
  ...toDeliveryDto(delivery),
  requestBody: delivery.event.body,
  log: log.map(toAttemptDto),
});

const toAttemptDto = (attempt: DeliveryAttempt): DeliveryAttemptDto => ({
  sentAt: attempt.sentAt.toISOString(),
  url: attempt.url,
  requestHeaders: attempt.requestHeaders,
  responseStatus: attempt.responseStatus,
  responseBody: attempt.responseBody,
  duration: attempt.duration,
  reason: attempt.reason,
});

const iso = (time: Date | null) => time?.toISOString() ?? null;
