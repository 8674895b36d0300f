import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf, type MaybeActor } from '../../platform/access/actor';
import { PermissionDenied } from '../../platform/http/errors';
import { parseId } from '../../platform/http/validation';
import type { Store } from './store.entity';
import { canManageStore } from './stores.policy';
import { StoresQueries } from './stores.queries';

/** Of the store in the path. A store that the caller may not see is missing, not forbidden. */
@Injectable()
export class StoreOwnerGuard implements CanActivate {
  constructor(protected readonly stores: StoresQueries) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { id } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>().params;
    const actor = actorOf(context);
    const store = await this.find(actor, parseId(id));
    if (!canManageStore(actor, store))
      throw new PermissionDenied('Only the vendor of this store may do this.');
    return true;
  }

  protected find(actor: MaybeActor, id: number): Promise<Store> {
    return this.stores.findVisible(actor, id);
  }
}

/** The same for what a store has earned, which stays its vendor's when the store is closed. */
@Injectable()
export class StoreMoneyGuard extends StoreOwnerGuard {
  protected override find(actor: MaybeActor, id: number): Promise<Store> {
    return this.stores.findForMoney(actor, id);
  }
}
