import { Controller, Get, Param, Query } from '@nestjs/common';
import { StorePage, StoreQuery, VendorDto } from '@souk/contracts/stores.dto';
import { Public } from '../../platform/access/access';
import { Cached } from '../../platform/cache/cached';
import { averageRating } from '../../platform/http/average';
import { IdPipe } from '../../platform/http/validation';
import { UsersService } from '../users/users.service';
import { StoresMapper } from './stores.mapper';
import { StoresQueries } from './stores.queries';

@Controller('vendors')
@Public()
export class VendorsController {
  constructor(
    private readonly users: UsersService,
    private readonly queries: StoresQueries,
    private readonly mapper: StoresMapper,
  ) {}

  /** What everybody may know of a vendor. */
  @Get(':id')
  @Cached({ any: ['store', 'user'] })
  async get(@Param('id', IdPipe) id: number): Promise<VendorDto> {
    const { user } = await this.users.vendor(id);
    const { storeCount, productCount, ratingSum, ratingCount } = await this.queries.figuresOf(id);
    return {
      id,
      username: user.username,
      firstName: user.firstName,
      storeCount,
      productCount,
      averageRating: averageRating(ratingSum, ratingCount),
      reviewCount: ratingCount,
      createdAt: user.createdAt.toISOString(),
    };
  }

  /** A vendor's active stores. */
  @Get(':id/stores')
  @Cached({ any: ['store', 'user'] })
  async stores(@Param('id', IdPipe) id: number, @Query() query: StoreQuery): Promise<StorePage> {
    await this.users.vendor(id);
    const { items, ...rest } = await this.queries.ofVendor(id, query);
    return { ...rest, items: await this.mapper.toDtos(items) };
  }
}
