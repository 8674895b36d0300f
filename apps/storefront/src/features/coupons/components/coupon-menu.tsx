import type { CouponDto } from '@souk/contracts/coupons.dto';
import { MoreHorizontal, Pencil, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '~/components/confirm-dialog';
import { IconButton } from '~/components/icon-button';
import { Menu, MenuItem, MenuSeparator } from '~/components/menu';
import { toast } from '~/components/toast';
import { useDeleteCoupon, useSetCouponActive } from '../api/coupons';
import { CouponSheet } from './coupon-sheet';

/** What can be done with one row. */
export function CouponMenu({ coupon }: { coupon: CouponDto }) {
  const [asking, setAsking] = useState<'edit' | 'delete' | null>(null);
  const setActive = useSetCouponActive();
  const turn = () =>
    setActive.mutate(
      { coupon, isActive: !coupon.isActive },
      {
        onSuccess: ({ code, isActive }) => toast.success(`${code} is ${isActive ? 'on' : 'off'}`),
        onError: (error) => toast.error(error.message),
      },
    );
  const close = () => setAsking(null);
  return (
    <>
      <Menu trigger={<IconButton icon={MoreHorizontal} label={`Actions for ${coupon.code}`} />}>
        <MenuItem icon={Pencil} onSelect={() => setAsking('edit')}>
          Edit
        </MenuItem>
        <MenuItem icon={Power} onSelect={turn}>
          {coupon.isActive ? 'Switch off' : 'Switch on'}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={Trash2} danger onSelect={() => setAsking('delete')}>
          Delete
        </MenuItem>
      </Menu>
      {asking === 'edit' && <CouponSheet storeId={coupon.storeId} coupon={coupon} onClose={close} />}
      {asking === 'delete' && <DeleteCouponDialog coupon={coupon} onClose={close} />}
    </>
  );
}

function DeleteCouponDialog({ coupon, onClose }: { coupon: CouponDto; onClose: () => void }) {
  const remove = useDeleteCoupon();
  const confirm = () =>
    remove.mutate(coupon, {
      onSuccess: () => {
        toast.success(`${coupon.code} is deleted`);
        onClose();
      },
    });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`Delete ${coupon.code}?`}
      description="Carts that hold it are told that it is no longer offered. What was sold keeps its discount."
      confirm="Delete coupon"
      action={remove}
      onConfirm={confirm}
    />
  );
}
