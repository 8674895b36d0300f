import { Module } from '@nestjs/common';
import { ProductsModule } from '../../products/products.module';
import { StoresModule } from '../../stores/stores.module';
import { UsersModule } from '../../users/users.module';
import { NotificationsModule } from '../notifications.module';
import { NewsMails } from './news-mails';
import { OneClick } from './one-click';
import { ReaderMails } from './reader-mails';
import { ShownProducts } from './shown-products';
import { UnsubscribeController } from './unsubscribe.controller';
import { UnsubscribeLinks } from './unsubscribe-links';
import { Unsubscribing } from './unsubscribing';

/** The news that are mailed, to those who want them. */
@Module({
  imports: [UsersModule, StoresModule, ProductsModule, NotificationsModule],
  controllers: [UnsubscribeController],
  providers: [NewsMails, ReaderMails, ShownProducts, UnsubscribeLinks, Unsubscribing, OneClick],
})
export class NewsMailsModule {}
