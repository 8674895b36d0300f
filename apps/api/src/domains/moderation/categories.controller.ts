import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import {
  AdminCategoryList,
  CategoryInput,
  CategoryMove,
  CategoryRef,
  CategoryRemoval,
  CategoryRemovalReport,
  CategoryRename,
} from '@souk/contracts/categories.dto';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { CategoriesQueries } from '../products/categories.queries';
import { toCategoryRef } from '../products/products.mapper';
import { CategoryEditing } from './category-editing.service';

/** The tree is the marketplace's own. POST throughout, as for the other acts of staff: each is in the audit log. */
@Controller('admin/categories')
@Allow('staff')
export class CategoriesController {
  constructor(
    private readonly queries: CategoriesQueries,
    private readonly editing: CategoryEditing,
  ) {}

  /** The tree of categories with the number of products in each and below, hidden ones too. */
  @Get()
  async categories(@CurrentActor() staff: Actor): Promise<AdminCategoryList> {
    const items = await this.queries.asSeenBy(staff);
    return { items, total: items.length, nextCursor: null };
  }

  /** Adds a category at the top, or below another. */
  @Post()
  @ApiErrors('DUPLICATE_ENTRY')
  async create(
    @Body() input: CategoryInput,
    @CurrentActor() staff: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CategoryRef> {
    const category = await this.editing.create(staff, input);
    void reply.header('location', '/api/admin/categories');
    return toCategoryRef(category);
  }

  /** Gives it another name, and the slug that goes with it. Its former slug still works in `?category=`. */
  @Post(':id/rename')
  @HttpCode(200)
  @ApiErrors('DUPLICATE_ENTRY')
  async rename(
    @Param('id', IdPipe) id: number,
    @Body() input: CategoryRename,
    @CurrentActor() staff: Actor,
  ): Promise<CategoryRef> {
    return toCategoryRef(await this.editing.rename(staff, id, input));
  }

  /** Puts it below another category, with all that is below it. */
  @Post(':id/move')
  @HttpCode(200)
  @ApiErrors('DUPLICATE_ENTRY')
  async move(
    @Param('id', IdPipe) id: number,
    @Body() input: CategoryMove,
    @CurrentActor() staff: Actor,
  ): Promise<CategoryRef> {
    return toCategoryRef(await this.editing.move(staff, id, input));
  }

  /**
   * Takes it away. Its products and subcategories go into the category above, or into the one that is named, and so do
   * links to it: this is how two categories become one.
   */
  @Post(':id/remove')
  @HttpCode(200)
  @ApiErrors('DUPLICATE_ENTRY')
  async remove(
    @Param('id', IdPipe) id: number,
    @Body() input: CategoryRemoval,
    @CurrentActor() staff: Actor,
  ): Promise<CategoryRemovalReport> {
    const { into, products, categories } = await this.editing.remove(staff, id, input);
    return { into: into && toCategoryRef(into), products, categories };
  }
}
