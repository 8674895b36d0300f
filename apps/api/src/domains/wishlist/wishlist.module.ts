import { Module } from '@nestjs/common';
import { ProductsModule } from '../products/products.module';
import { UsersModule } from '../users/users.module';
import { WishlistController } from './wishlist.controller';
import { WishlistMapper } from './wishlist.mapper';
import { WishlistOwnData } from './wishlist.own-data';
import { WishlistService } from './wishlist.service';

@Module({
  imports: [UsersModule, ProductsModule],
  controllers: [WishlistController],
  providers: [WishlistService, WishlistMapper, WishlistOwnData],
})
export class WishlistModule {}
