import { Module } from '@nestjs/common';
import { ProductsModule } from '../domains/products/products.module';
import { UsersModule } from '../domains/users/users.module';
import { LargeCatalogue } from './large-catalogue';

@Module({ imports: [UsersModule, ProductsModule], providers: [LargeCatalogue] })
export class LargeCatalogueModule {}
