import { Module } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { AuthModule } from '../auth/auth.module';
import { ProductsModule } from '../products/products.module';
import { ReviewsModule } from '../reviews/reviews.module';
import { StoresModule } from '../stores/stores.module';
import { UsersModule } from '../users/users.module';
import { AccountsService } from './accounts.service';
import { CategoriesController } from './categories.controller';
import { CategoryEditing } from './category-editing.service';
import { DirectoryController } from './directory.controller';
import { DirectoryMapper } from './directory.mapper';
import { DirectoryQueries } from './directory.queries';
import { ModerationController } from './moderation.controller';
import { ModerationService } from './moderation.service';
import { StaffAccounts } from './staff-accounts';

/** The marketplace's own staff: sees everything, and takes off the market what must go. */
@Module({
  imports: [UsersModule, AuthModule, StoresModule, ProductsModule, ReviewsModule],
  controllers: [DirectoryController, ModerationController, CategoriesController],
  providers: [
    AuditLog,
    AccountsService,
    ModerationService,
    CategoryEditing,
    StaffAccounts,
    DirectoryQueries,
    DirectoryMapper,
  ],
})
export class ModerationModule {}
