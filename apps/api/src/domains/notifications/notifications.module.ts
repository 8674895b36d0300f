import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { ProductsModule } from '../products/products.module';
import { StoresModule } from '../stores/stores.module';
import { UsersModule } from '../users/users.module';
import { LiveNotifications } from './live-notifications';
import { NotificationPreferences } from './notification-preferences';
import { NotificationPreferencesController } from './notification-preferences.controller';
import { NotificationStreamController } from './notification-stream.controller';
import { NotificationsController } from './notifications.controller';
import { NotificationsHousekeeping } from './notifications.housekeeping';
import { NotificationsOwnData } from './notifications.own-data';
import { NotificationsService } from './notifications.service';
import { OrderNews } from './order-news';
import { ShopNews } from './shop-news';

/** Tells users what happened to what is theirs, at the bell; and knows by which ways they want to hear of it. */
@Module({
  imports: [UsersModule, AuthModule, StoresModule, ProductsModule],
  controllers: [NotificationPreferencesController, NotificationStreamController, NotificationsController],
  providers: [
    NotificationPreferences,
    NotificationsService,
    OrderNews,
    ShopNews,
    LiveNotifications,
    NotificationsHousekeeping,
    NotificationsOwnData,
  ],
  exports: [NotificationPreferences, NotificationsService, OrderNews],
})
export class NotificationsModule {}
