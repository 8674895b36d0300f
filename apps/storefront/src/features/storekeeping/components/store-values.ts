import { LIMITS } from '@souk/contracts';
import type { StoreDto, StoreInput } from '@souk/contracts/stores.dto';
import { orNull } from '~/lib/rules';

export interface StoreValues {
  name: string;
  description: string;
  email: string;
  phone: string;
  address: string;
  shippingFee: string;
  freeShippingOver: string;
  lowStockAt: string;
  isActive: boolean;
  announce: boolean;
  logo: File | null;
  banner: File | null;
}

export const toValues = (store?: StoreDto): StoreValues => ({
  name: store?.name ?? '',
  description: store?.description ?? '',
  email: store?.email ?? '',
  phone: store?.phone ?? '',
  address: store?.address ?? '',
  shippingFee: store?.shippingFee ?? '0.00',
  freeShippingOver: store?.freeShippingOver ?? '',
  lowStockAt: String(store?.lowStockAt ?? LIMITS.lowStock.default),
  isActive: store?.isActive ?? true,
  announce: store?.announce ?? true,
  logo: null,
  banner: null,
});

export const toInput = ({ logo: _logo, banner: _banner, ...values }: StoreValues): StoreInput => ({
  ...values,
  email: orNull(values.email),
  phone: orNull(values.phone),
  address: orNull(values.address),
  shippingFee: values.shippingFee.trim() || '0.00',
  freeShippingOver: orNull(values.freeShippingOver),
  lowStockAt: Number(values.lowStockAt),
});
