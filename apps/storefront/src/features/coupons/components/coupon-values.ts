import type { CouponDto, CouponInput } from '@souk/contracts/coupons.dto';
import { orNull } from '~/lib/rules';

/** As the form holds it; named as in the request, so that the API's complaints find their fields. */
export interface CouponValues {
  code: string;
  kind: 'percent' | 'amount';
  percentOff: string;
  amountOff: string;
  minimumSubtotal: string;
  /** In the browser's own time, as `datetime-local` has it. */
  startsAt: string;
  endsAt: string;
  maxUses: string;
  maxUsesPerBuyer: string;
  isActive: boolean;
}

export const toValues = (coupon: CouponDto | null): CouponValues => ({
  code: coupon?.code ?? '',
  kind: coupon?.amountOff ? 'amount' : 'percent',
  percentOff: text(coupon?.percentOff),
  amountOff: coupon?.amountOff ?? '',
  minimumSubtotal: coupon?.minimumSubtotal ?? '',
  startsAt: toLocal(coupon?.startsAt),
  endsAt: toLocal(coupon?.endsAt),
  maxUses: text(coupon?.maxUses),
  maxUsesPerBuyer: text(coupon?.maxUsesPerBuyer),
  isActive: coupon?.isActive ?? true,
});

export const toInput = ({ kind, ...values }: CouponValues): CouponInput => ({
  code: values.code,
  percentOff: kind === 'percent' ? number(values.percentOff) : null,
  amountOff: kind === 'amount' ? orNull(values.amountOff) : null,
  minimumSubtotal: orNull(values.minimumSubtotal),
  startsAt: toMoment(values.startsAt),
  endsAt: toMoment(values.endsAt),
  maxUses: number(values.maxUses),
  maxUsesPerBuyer: number(values.maxUsesPerBuyer),
  isActive: values.isActive,
});

const text = (count: number | null | undefined) => (count ? String(count) : '');
const number = (count: string) => (count.trim() === '' ? null : Number(count));

const toMoment = (local: string) => (local === '' ? null : new Date(local).toISOString());

function toLocal(moment: string | null | undefined): string {
  if (!moment) return '';
  const date = new Date(moment);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
