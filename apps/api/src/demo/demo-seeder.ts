import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { Events } from '../platform/events/events';
import { OutboxEntry } from '../platform/events/outbox-entry.entity';
import { Relay } from '../platform/events/relay';
import { User } from '../domains/users/user.entity';
import { DemoCatalogue } from './demo-catalogue';
import { DEMO_VENDOR } from './demo-logins';
import { DemoNews } from './demo-news';
import { DemoOrders } from './demo-orders';
import { DemoPictures } from './demo-pictures';
import { DemoReviews } from './demo-reviews';

/** Kept in the outbox for ever: the demo is complete. */
class DemoSeeded {}

/** Makes the demo marketplace in an empty database; what a killed process left unfinished is finished next time. */
@Injectable()
export class DemoSeeder {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly catalogue: DemoCatalogue,
    private readonly pictures: DemoPictures,
    private readonly orders: DemoOrders,
    private readonly reviews: DemoReviews,
    private readonly news: DemoNews,
    private readonly relay: Relay,
  ) {
    events.keep(DemoSeeded);
  }

  /** Whether this is a demo marketplace; makes it when there are no users yet, or staff only. */
  async seedOnce(): Promise<boolean> {
    const users = this.database.repository(User);
    const isEmpty = !(await users.existsBy({ isStaff: false }));
    if (!isEmpty && !(await users.existsBy({ usernameKey: DEMO_VENDOR }))) return false;
    if (await this.database.repository(OutboxEntry).existsBy({ type: DemoSeeded.name })) return true;

    console.log('Making the demo marketplace, once …');
    await this.news.silently(async () => {
      if (isEmpty) await this.catalogue.create();
      await this.orders.create();
      await this.reviews.create();
      await this.relay.drained();
    });
    await this.news.create();
    await this.pictures.create((done, total) => {
      if (process.stdout.isTTY || done === total)
        process.stdout.write(`\r  ${done} of ${total} pictures drawn`);
    });
    process.stdout.write('\n');
    await this.events.publish(new DemoSeeded());
    return true;
  }
}
