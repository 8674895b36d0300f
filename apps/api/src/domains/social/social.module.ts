import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '../../config/config';
import { AuditLog } from '../../platform/audit/audit-log';
import { ProductsModule } from '../products/products.module';
import { StoresModule } from '../stores/stores.module';
import { AdminPostsController } from './admin-posts.controller';
import { AnnouncementsService } from './announcements.service';
import { LogNetwork } from './log-network';
import { PostSender } from './post-sender';
import { PostsService } from './posts.service';
import { SocialController } from './social.controller';
import { SocialNetwork } from './social-network';
import { Subjects } from './subjects';
import { XNetwork } from './x-network';

/** Tells the world of new stores and products. Nobody knows it; it hears what they publish. */
@Module({})
export class SocialModule {
  static with({ social: { x } }: Config): DynamicModule {
    const network = x ? { useFactory: () => new XNetwork(x) } : { useClass: LogNetwork };
    return {
      module: SocialModule,
      imports: [StoresModule, ProductsModule],
      controllers: [SocialController, AdminPostsController],
      providers: [
        AnnouncementsService,
        PostsService,
        PostSender,
        Subjects,
        AuditLog,
        { provide: SocialNetwork, ...network },
      ],
    };
  }
}
