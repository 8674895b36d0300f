import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../../platform/access/actor';
import { PermissionDenied } from '../../platform/http/errors';
import { parseId } from '../../platform/http/validation';
import { sellsPart } from './orders.policy';
import { OrdersQueries } from './orders.queries';

/** For vendors with goods in the order. An order that the caller may not see is missing, not forbidden. */
@Injectable()
export class OrderVendorGuard implements CanActivate {
  constructor(private readonly orders: OrdersQueries) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { id } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>().params;
    const reader = { actor: actorOf(context), token: null };
    const { parts, standing } = await this.orders.findVisible(reader, parseId(id));
    if (!parts.some((part) => sellsPart(standing, part))) {
      throw new PermissionDenied('Only a vendor with goods in this order may do this.');
    }
    return true;
  }
}
