import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../../platform/access/actor';
import { PermissionDenied } from '../../platform/http/errors';
import { parseId } from '../../platform/http/validation';
import { StoresQueries } from '../stores/stores.queries';
import { canManageProduct } from './products.policy';
import { ProductsQueries } from './products.queries';

/** Of the product in the path. A product that the caller may not see is missing, not forbidden. */
@Injectable()
export class ProductOwnerGuard implements CanActivate {
  constructor(
    private readonly products: ProductsQueries,
    private readonly stores: StoresQueries,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { id } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>().params;
    const actor = actorOf(context);
    const product = await this.products.findVisible(actor, parseId(id));
    const store = (await this.stores.byIds([product.storeId])).get(product.storeId);
    if (!store || !canManageProduct(actor, product, store))
      throw new PermissionDenied('Only the vendor of this product may do this.');
    return true;
  }
}
