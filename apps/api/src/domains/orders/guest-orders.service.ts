import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { NotFound, PermissionDenied } from '../../platform/http/errors';
import { SignIns } from '../auth/sign-ins';
import { EmailConfirmed } from '../users/users.events';
import { UsersService } from '../users/users.service';
import { Order } from './order.entity';
import { ShippingAddress } from './shipping-address.entity';

/** Orders that were placed without an account become those of one. */
@Injectable()
export class GuestOrders {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    events: Events,
    signIns: SignIns,
  ) {
    events.during(EmailConfirmed, ({ userId }) => this.claimByEmail(userId));
    signIns.on((userId) => this.claimByEmail(userId));
  }

  /**
   * For who holds the secret of the order's link, whatever their address.
   * @throws NotFound when the secret does not open it
   * @throws PermissionDenied when it is another account's by now
   */
  async claim(actor: Actor, id: number, token: string): Promise<void> {
    await this.database.run(async () => {
      const opened = this.database
        .repository(Order)
        .createQueryBuilder('placed')
        .where({ id, accessHash: hashSecret(token) });
      const order = await this.database.locked(opened).getOne();
      if (!order) throw new NotFound('order');
      if (order.customerId === actor.id) return;
      if (order.customerId !== null) {
        throw new PermissionDenied('This order belongs to another account. Sign in with that one.');
      }
      await this.give([order], actor.id);
    });
  }

  /** All that were placed with the user's address, once it is confirmed: anybody can type one. */
  private async claimByEmail(userId: number): Promise<void> {
    const { user } = await this.users.account(userId);
    // most who sign in have none: nobody waits for a transaction then
    if (!user.emailVerifiedAt || !(await this.unclaimed(user.email).getExists())) return;
    await this.database.run(async () => {
      const { email, emailVerifiedAt } = await this.users.lock(userId);
      if (!emailVerifiedAt) return;
      const orders = await this.database.locked(this.unclaimed(email)).orderBy('placed.id').getMany();
      // MariaDB takes letters for equal that differ in their accents
      const own = orders.filter((order) => order.email === email);
      await this.give(own, userId);
    });
  }

  private unclaimed(email: string) {
    return this.database
      .repository(Order)
      .createQueryBuilder('placed')
      .where({ email, customerId: IsNull() });
  }

  private async give(orders: Order[], customerId: number): Promise<void> {
    const ids = orders.map(({ id }) => id);
    if (ids.length === 0) return;
    await this.database.repository(Order).update({ id: In(ids) }, { customerId });
    await this.database.repository(ShippingAddress).update({ orderId: In(ids) }, { customerId });
  }
}
