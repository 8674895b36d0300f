import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { AdminProductDto, AdminStoreDto, AdminUserDto, ModerationRequest } from '@souk/contracts/admin.dto';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { DirectoryMapper } from './directory.mapper';
import { ModerationService } from './moderation.service';

/** POST throughout: each act is told with its reason and leaves an entry in the audit log. */
@Controller('admin')
@Allow('staff')
export class ModerationController {
  constructor(
    private readonly moderation: ModerationService,
    private readonly mapper: DirectoryMapper,
  ) {}

  /**
   * Signs the user out everywhere at once; signing in is no longer possible. A vendor's stores leave the shop with their
   * products. Not for the own account.
   */
  @Post('users/:id/deactivate')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async deactivateUser(
    @Param('id', IdPipe) id: number,
    @Body() { reason }: ModerationRequest,
    @CurrentActor() staff: Actor,
  ): Promise<AdminUserDto> {
    return this.mapper.user(await this.moderation.deactivateUser({ staff, id, reason }));
  }

  /** Lets the user sign in again. A vendor's stores are as they were. */
  @Post('users/:id/reactivate')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async reactivateUser(
    @Param('id', IdPipe) id: number,
    @Body() { reason }: ModerationRequest,
    @CurrentActor() staff: Actor,
  ): Promise<AdminUserDto> {
    return this.mapper.user(await this.moderation.reactivateUser({ staff, id, reason }));
  }

  /** Hides the store with its products; its vendor cannot open it. */
  @Post('stores/:id/deactivate')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async deactivateStore(
    @Param('id', IdPipe) id: number,
    @Body() { reason }: ModerationRequest,
    @CurrentActor() staff: Actor,
  ): Promise<AdminStoreDto> {
    return this.mapper.store(await this.moderation.deactivateStore({ staff, id, reason }));
  }

  /** Leaves the store to its vendor again: open, unless the vendor had closed it. */
  @Post('stores/:id/reactivate')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async reactivateStore(
    @Param('id', IdPipe) id: number,
    @Body() { reason }: ModerationRequest,
    @CurrentActor() staff: Actor,
  ): Promise<AdminStoreDto> {
    return this.mapper.store(await this.moderation.reactivateStore({ staff, id, reason }));
  }

  /** Hides the product; its vendor cannot list it. */
  @Post('products/:id/deactivate')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async deactivateProduct(
    @Param('id', IdPipe) id: number,
    @Body() { reason }: ModerationRequest,
    @CurrentActor() staff: Actor,
  ): Promise<AdminProductDto> {
    return this.mapper.product(await this.moderation.deactivateProduct({ staff, id, reason }));
  }

  /** Leaves the product to its vendor again: listed, unless the vendor had hidden it. */
  @Post('products/:id/reactivate')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async reactivateProduct(
    @Param('id', IdPipe) id: number,
    @Body() { reason }: ModerationRequest,
    @CurrentActor() staff: Actor,
  ): Promise<AdminProductDto> {
    return this.mapper.product(await this.moderation.reactivateProduct({ staff, id, reason }));
  }

  /** Takes the review away for good; the product's average follows. */
  @Post('reviews/:id/remove')
  @HttpCode(204)
  async removeReview(
    @Param('id', IdPipe) id: number,
    @Body() { reason }: ModerationRequest,
    @CurrentActor() staff: Actor,
  ): Promise<void> {
    await this.moderation.removeReview({ staff, id, reason });
  }
}
