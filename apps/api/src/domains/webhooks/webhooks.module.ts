import { Module } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { StoresModule } from '../stores/stores.module';
import { UsersModule } from '../users/users.module';
import { AdminDeliveriesController } from './admin-deliveries.controller';
import { AdminDeliveriesService } from './admin-deliveries.service';
import { DeliveriesController } from './deliveries.controller';
import { DeliveriesService } from './deliveries.service';
import { DeliveryOutcomes } from './delivery-outcomes';
import { DeliverySender } from './delivery-sender';
import { EndpointsService } from './endpoints.service';
import { EventRecorder } from './event-recorder';
import { EventSources } from './event-sources';
import { EventsController } from './events.controller';
import { FeedQueries } from './feed.queries';
import { Targets } from './targets';
import { WebhookCaller } from './webhook-caller';
import { WebhookSecrets } from './webhook-secrets';
import { WebhooksController } from './webhooks.controller';
import { WebhooksOwnData } from './webhooks.own-data';

/** Tells integrators what happens: a feed to ask, and requests to addresses of theirs. It hears what others publish. */
@Module({
  imports: [UsersModule, StoresModule],
  controllers: [WebhooksController, DeliveriesController, EventsController, AdminDeliveriesController],
  providers: [
    EventSources,
    EventRecorder,
    FeedQueries,
    EndpointsService,
    DeliveriesService,
    AdminDeliveriesService,
    AuditLog,
    DeliverySender,
    DeliveryOutcomes,
    WebhookCaller,
    WebhookSecrets,
    Targets,
    WebhooksOwnData,
  ],
  exports: [EventRecorder],
})
export class WebhooksModule {}
