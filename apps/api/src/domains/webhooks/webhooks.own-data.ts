import { Injectable } from '@nestjs/common';
import type { HeldWebhook } from '@souk/contracts/own-data.dto';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { EndpointsService } from './endpoints.service';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import { WebhookEvent } from './webhook-event.entity';

@Injectable()
export class WebhooksOwnData {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsService,
    ownData: OwnData,
    events: Events,
  ) {
    ownData.contribute('webhooks', async ({ id }) => (await endpoints.heldOn(id)).map(toHeld));
    events.during(UserErased, ({ userId }) => this.erase(userId));
  }

  private async erase(userId: number): Promise<void> {
    await this.endpoints.deleteAll(userId);
    await this.database.repository(WebhookEvent).delete({ userId });
  }
}

const toHeld = ({ url, description, eventTypes, isActive, createdAt }: WebhookEndpoint): HeldWebhook => ({
  ...{ url, description, eventTypes, active: isActive },
  createdAt: createdAt.toISOString(),
});
