import { Module } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { PageHeads } from '../../platform/http/page-heads';
import { StoresModule } from '../stores/stores.module';
import { UsersModule } from '../users/users.module';
import { BulkService } from './bulk.service';
import { CatalogueController } from './catalogue.controller';
import { CategoriesQueries } from './categories.queries';
import { CategoriesService } from './categories.service';
import { DigitalFilesService } from './digital-files.service';
import { Fts5Search } from './fts5-search';
import { FulltextSearch } from './fulltext-search';
import { ImagesMapper } from './images.mapper';
import { ImagesService } from './images.service';
import { ImportCategories } from './imports.categories';
import { ImportsController } from './imports.controller';
import { ImportChanges } from './imports.changes';
import { ImportFiles } from './imports.files';
import { ImportJobs } from './imports.jobs';
import { ImportPictures } from './imports.pictures';
import { ImportsQueries } from './imports.queries';
import { ImportsService } from './imports.service';
import { ImportUndo } from './imports.undo';
import { ImportWriter } from './imports.writer';
import { DuplicateService } from './duplicate.service';
import { FacetsQueries } from './facets.queries';
import { ListingService } from './listing.service';
import { LowStock } from './low-stock';
import { ProductFilters } from './product-filters';
import { ProductLists } from './product-lists';
import { ProductMediaController } from './product-media.controller';
import { ProductRelevance } from './product-relevance';
import { ProductSearch } from './product-search';
import { ProductsCsv } from './products-csv';
import { ProductsController } from './products.controller';
import { ProductOwnerGuard } from './products.guard';
import { ProductsMapper } from './products.mapper';
import { ProductsOwnData } from './products.own-data';
import { ProductsQueries } from './products.queries';
import { ProductsService } from './products.service';
import { RemotePictures } from './remote-pictures';
import { SearchSpelling } from './search-spelling';
import { ShopPages } from './shop-pages';
import { StockHistory } from './stock-history';
import { StockHistoryController } from './stock-history.controller';
import { StockService } from './stock.service';
import { SuggestionsController } from './suggestions.controller';
import { SuggestionsQueries } from './suggestions.queries';

const search = {
  provide: ProductSearch,
  inject: [Database],
  useFactory: (database: Database) =>
    database.isSqlite ? new Fts5Search(database) : new FulltextSearch(database),
};

@Module({
  imports: [UsersModule, StoresModule],
  controllers: [
    SuggestionsController,
    ProductsController,
    ProductMediaController,
    StockHistoryController,
    CatalogueController,
    ImportsController,
  ],
  providers: [
    ProductsService,
    BulkService,
    DuplicateService,
    ProductsQueries,
    ProductsMapper,
    ProductOwnerGuard,
    ProductLists,
    ProductFilters,
    FacetsQueries,
    ProductRelevance,
    SearchSpelling,
    SuggestionsQueries,
    search,
    ListingService,
    StockService,
    StockHistory,
    LowStock,
    CategoriesQueries,
    CategoriesService,
    ImagesService,
    ImagesMapper,
    DigitalFilesService,
    ImportsService,
    ImportsQueries,
    ImportFiles,
    ImportJobs,
    ImportCategories,
    ImportWriter,
    ImportPictures,
    ImportChanges,
    ImportUndo,
    RemotePictures,
    ProductsCsv,
    ProductsOwnData,
    { provide: PageHeads, useClass: ShopPages },
  ],
  exports: [
    CategoriesQueries,
    CategoriesService,
    ImagesService,
    ProductsService,
    ProductsQueries,
    ProductsMapper,
    ProductOwnerGuard,
    ProductSearch,
    StockService,
    ImagesMapper,
    DigitalFilesService,
  ],
})
export class ProductsModule {}
