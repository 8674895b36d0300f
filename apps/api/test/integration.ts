import type { EventType } from '@souk/contracts';
import type { StoreDto } from '@souk/contracts/stores.dto';
import type {
  DeliveryDetailDto,
  DeliveryPage,
  EventPage,
  NewWebhookDto,
  WebhookDto,
  WebhookInput,
} from '@souk/contracts/webhooks.dto';
import { DeliverySender } from '../src/domains/webhooks/delivery-sender';
import { Delivery } from '../src/domains/webhooks/delivery.entity';
import { EventRecorder } from '../src/domains/webhooks/event-recorder';
import { WebhookEndpoint } from '../src/domains/webhooks/webhook-endpoint.entity';
import { Database } from '../src/platform/database/database';
import { startApp, type TestApp } from './app';
import { created, Factory, type Person } from './factories';
import { startReceiver, type Receiver } from './receiver';

interface Place {
  test: TestApp;
  make: Factory;
  database: Database;
  sender: DeliverySender;
  vendor: Person;
  store: StoreDto;
}

interface Known {
  id: number;
}

/** For the specs around: an application with a vendor, and for each of them a program that listens on loopback. */
export function openIntegration() {
  let place: Place;
  let receiver: Receiver;
  /** The sender may be at work on the same rows: as a unit of work it is tried again when MariaDB ends one of the two. */
  const write = (change: (of: Place) => Promise<unknown>) => place.database.run(() => change(place));

  beforeAll(async () => {
    const test = await startApp({ WEBHOOK_LOOPBACK: 'true' });
    const make = new Factory(test.client);
    const vendor = await make.vendor();
    const [database, sender] = [test.app.get(Database), test.app.get(DeliverySender)];
    place = { test, make, database, sender, vendor, store: await make.store(vendor) };
    // no webhook is to hear of it
    await test.settled();
  });
  beforeEach(async () => (receiver = await startReceiver()));
  afterEach(async () => {
    await write(({ database }) => database.repository(WebhookEndpoint).deleteAll());
    await receiver.close();
  });
  afterAll(() => place.test.close());

  const of = async <T>(url: string, { client }: Person = place.vendor) => (await client.get<T>(url)).body;
  return {
    place: () => place,
    receiver: () => receiver,
    register: async (change: Partial<WebhookInput> = {}, { client }: Person = place.vendor) =>
      created(await client.post<NewWebhookDto>('/webhooks', { url: receiver.url, ...change })),
    read: ({ id }: Known) => of<WebhookDto>(`/webhooks/${id}`),
    deliveries: async ({ id }: Known, query = '') =>
      (await of<DeliveryPage>(`/webhooks/${id}/deliveries${query}`)).items,
    detail: ({ id }: Known, delivery: Known) =>
      of<DeliveryDetailDto>(`/webhooks/${id}/deliveries/${delivery.id}`),
    feed: (person: Person, query = '') => of<EventPage>(`/events${query}`, person),
    /** An event, without what it would tell of. */
    note: async (type: EventType = 'store.opened', { user }: Person = place.vendor) => {
      const event = {
        userId: user.id,
        cause: `test:${Math.random()}`,
        type,
        data: { store: place.store.id },
      };
      await place.test.app.get(EventRecorder).record([event]);
    },
    /** All facts are heard, and all that is due is sent. */
    settled: async () => {
      await place.test.settled();
      await place.sender.drained();
      // what follows from what was sent
      await place.test.settled();
    },
    /** What waits is due, and its endpoint as good as untried. */
    later: async () => {
      const now = new Date();
      await write(({ database }) =>
        database.repository(Delivery).update({ status: 'waiting' }, { nextAttemptAt: now }),
      );
      await write(({ database }) => database.repository(WebhookEndpoint).updateAll({ busyUntil: now }));
    },
  };
}
