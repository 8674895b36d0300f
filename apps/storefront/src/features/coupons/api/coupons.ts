import type { CouponDto, CouponInput } from '@souk/contracts/coupons.dto';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 50;

/** Of one store, newest first. */
export const couponsQuery = (storeId: number) =>
  listQuery(['coupons', storeId], (cursor, signal) =>
    unwrap(
      api.GET('/api/stores/{id}/coupons', {
        params: { path: { id: storeId }, query: { cursor, limit: PAGE } },
        signal,
      }),
    ),
  );

interface SaveCoupon {
  /** null for a new one. */
  id: number | null;
  input: CouponInput;
}

export function useSaveCoupon(storeId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, input }: SaveCoupon) =>
      id === null
        ? unwrap(api.POST('/api/stores/{id}/coupons', { params: { path: { id: storeId } }, body: input }))
        : unwrap(
            api.PUT('/api/stores/{id}/coupons/{couponId}', {
              params: { path: { id: storeId, couponId: id } },
              body: input,
            }),
          ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['coupons', storeId] }),
  });
}

const pathOf = ({ id, storeId }: CouponDto) => ({ path: { id: storeId, couponId: id } });

export function useSetCouponActive() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ coupon, isActive }: { coupon: CouponDto; isActive: boolean }) =>
      unwrap(
        api.PATCH('/api/stores/{id}/coupons/{couponId}', { params: pathOf(coupon), body: { isActive } }),
      ),
    onSettled: (_, __, { coupon }) => queries.invalidateQueries({ queryKey: ['coupons', coupon.storeId] }),
  });
}

export function useDeleteCoupon() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (coupon: CouponDto) =>
      unwrap(api.DELETE('/api/stores/{id}/coupons/{couponId}', { params: pathOf(coupon) })),
    onSettled: (_, __, { storeId }) => queries.invalidateQueries({ queryKey: ['coupons', storeId] }),
  });
}
