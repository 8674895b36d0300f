import type { CartDto, CartStore } from '@souk/contracts/cart.dto';
import { LIMITS } from '@souk/contracts';
import { Tag, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { IconButton } from '~/components/icon-button';
import { Input } from '~/components/input';
import { useSubmitForm } from '~/lib/form';
import { formatMoney } from '~/lib/format';
import { useEnterCoupon, useRemoveCoupon } from '../api/coupons';
import { CartNotices } from './cart-notices';

/** The codes in the cart, what they do, and the field for another. */
export function CartCoupons({ cart }: { cart: CartDto }) {
  const [open, setOpen] = useState(false);
  const entered = cart.stores.filter(({ coupon }) => coupon !== null);
  return (
    <div className="flex flex-col gap-3">
      {entered.length > 0 && (
        <ul aria-label="Coupons" className="flex flex-col gap-2">
          {entered.map((group) => (
            <EnteredCoupon key={group.store.id} group={group} currency={cart.currency} />
          ))}
        </ul>
      )}
      {open ? (
        <CouponForm onDone={() => setOpen(false)} />
      ) : (
        <Button variant="link" size="sm" onClick={() => setOpen(true)} className="self-start">
          {entered.length > 0 ? 'Add another code' : 'Add a coupon code'}
        </Button>
      )}
    </div>
  );
}

function EnteredCoupon({ group, currency }: { group: CartStore; currency: string }) {
  const remove = useRemoveCoupon();
  const { coupon, store, discount } = group;
  if (!coupon) return null;
  return (
    <li className="flex flex-col gap-1 rounded-md bg-sunken py-2 pr-1.5 pl-3">
      <div className="flex items-center gap-2">
        <Tag aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
        <p className="flex min-w-0 flex-1 flex-col">
          <span className="font-medium break-all">{coupon.code}</span>
          <span className="truncate text-sm text-muted">{store.name}</span>
        </p>
        {!coupon.notice && <p className="text-success tabular-nums">−{formatMoney(discount, currency)}</p>}
        <IconButton
          icon={X}
          label={`Remove ${coupon.code}`}
          disabled={remove.isPending}
          onClick={() => remove.mutate({ storeId: store.id, code: coupon.code })}
        />
      </div>
      {coupon.notice && <CartNotices notices={[coupon.notice]} />}
    </li>
  );
}

function CouponForm({ onDone }: { onDone: () => void }) {
  const enter = useEnterCoupon();
  const form = useSubmitForm<{ code: string }>({
    defaultValues: { code: '' },
    onSubmit: async ({ code }) => {
      await enter.mutateAsync(code);
      onDone();
    },
  });
  return (
    <form onSubmit={(event) => void form.submit(event)} noValidate className="flex flex-col gap-3">
      {form.formState.errors.root && <FormErrorSummary form={form} />}
      <div className="flex items-start gap-2">
        <Field label="Coupon code" error={form.formState.errors.code?.message} className="flex-1">
          <Input
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={LIMITS.couponCode.max}
            // the button that opened it is gone
            autoFocus
            {...form.register('code', { required: 'Enter a code.' })}
          />
        </Field>
        <Button
          type="submit"
          variant="secondary"
          loading={form.formState.isSubmitting}
          className="mt-7.5 h-11"
        >
          Apply
        </Button>
      </div>
    </form>
  );
}
