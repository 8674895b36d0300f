import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type { CartDto, CartItemDto, CartStore } from '@souk/contracts/cart.dto';
import { Config } from '../../config/config';
import { ImagesMapper } from '../products/images.mapper';
import { toStoreRef } from '../stores/stores.mapper';
import { cartNotices, lineNotices } from './cart-notices';
import { couponNotice } from './coupon-notices';
import type { PricedCart, PricedLine, PricedStore } from './cart-pricing';

@Injectable()
export class CartMapper {
  constructor(
    private readonly config: Config,
    private readonly images: ImagesMapper,
  ) {}

  /** @param token the guest's secret, when the answer may tell it */
  toDto(cart: PricedCart, token: string | null): CartDto {
    return {
      token,
      items: cart.lines.map((line) => this.toItem(line)),
      stores: cart.stores.map((store) => toStore(store, this.config.currency)),
      subtotal: formatMinor(cart.subtotal),
      discountTotal: formatMinor(cart.discountTotal),
      shippingTotal: formatMinor(cart.shippingTotal),
      taxTotal: formatMinor(cart.taxTotal),
      taxIncludedTotal: formatMinor(cart.taxIncludedTotal),
      taxMode: cart.terms.tax.mode,
      taxEstimated: cart.terms.isEstimate,
      total: formatMinor(cart.total),
      itemCount: cart.lines.reduce((units, { item }) => units + item.quantity, 0),
      currency: this.config.currency,
      shippingRequired: cart.shippingRequired,
      notices: cartNotices(cart),
    };
  }

  private toItem(line: PricedLine): CartItemDto {
    const { item, sellable, available, total } = line;
    const { variant, product, store, image } = sellable;
    return {
      id: item.id,
      product: {
        id: product.id,
        name: product.name,
        slug: product.slug,
        image: image && this.images.toImageDto(image),
        digital: product.digital,
        store: toStoreRef(store),
      },
      variant: { id: variant.id, sku: variant.sku, options: variant.options },
      quantity: item.quantity,
      unitPrice: formatMinor(variant.price),
      lineTotal: formatMinor(total),
      discount: formatMinor(line.discount),
      tax: formatMinor(line.tax),
      available,
      notices: lineNotices(line, this.config.currency),
    };
  }
}

const toStore = ({ store, coupon, ...sums }: PricedStore, currency: string): CartStore => ({
  store: toStoreRef(store),
  coupon: coupon && {
    code: coupon.code,
    percentOff: coupon.coupon?.percentOff ?? null,
    amountOff: amountOrNull(coupon.coupon?.amountOff),
    notice: couponNotice(coupon, sums.subtotal, currency),
  },
  subtotal: formatMinor(sums.subtotal),
  discount: formatMinor(sums.discount),
  shipping: formatMinor(sums.shipping),
  tax: formatMinor(sums.tax),
  taxIncluded: formatMinor(sums.taxIncluded),
  total: formatMinor(sums.total),
  freeShippingOver: amountOrNull(store.freeShippingOver),
});

const amountOrNull = (minor: number | null | undefined): string | null =>
  minor === null || minor === undefined ? null : formatMinor(minor);
