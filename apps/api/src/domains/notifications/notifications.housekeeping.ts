import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import { In, LessThan } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { Notification } from './notification.entity';

const DAY_MS = 24 * 3600_000;
const READ_KEPT_MS = 90 * DAY_MS;
const KEPT_MS = 365 * DAY_MS;

/** News grows old, and nobody reads the thousandth. */
@Injectable()
export class NotificationsHousekeeping {
  constructor(
    private readonly database: Database,
    housekeeping: Housekeeping,
  ) {
    housekeeping.contribute(Notification, () => ({ readAt: LessThan(new Date(Date.now() - READ_KEPT_MS)) }));
    housekeeping.contribute(Notification, () => ({ createdAt: LessThan(new Date(Date.now() - KEPT_MS)) }));
    housekeeping.contributeWork((most) => this.endSurplus(most));
  }

  /** The oldest of those who have too many. */
  private endSurplus(most: number): Promise<number> {
    return this.database.run(async () => {
      const notifications = this.database.repository(Notification);
      const fullest = await notifications
        .createQueryBuilder('notification')
        .select('notification.userId', 'userId')
        .addSelect('COUNT(*)', 'count')
        .groupBy('notification.userId')
        .having('COUNT(*) > :kept', { kept: LIMITS.notifications.max })
        .limit(1)
        .getRawOne<{ userId: number; count: number | string }>();
      if (!fullest) return 0;
      const take = Math.min(most, Number(fullest.count) - LIMITS.notifications.max);
      const { userId } = fullest;
      const oldest = await notifications.find({
        where: { userId },
        select: { id: true },
        order: { id: 'ASC' },
        take,
      });
      await notifications.delete({ id: In(oldest.map(({ id }) => id)) });
      // there may be others
      return most;
    });
  }
}
