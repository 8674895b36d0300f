import { LIMITS } from '@souk/contracts';
import type { CouponDto } from '@souk/contracts/coupons.dto';
import { useWatch } from 'react-hook-form';
import { Checkbox, Radio, RadioGroup } from '~/components/choice';
import { Field } from '~/components/field';
import { FormSheet } from '~/components/form-dialog';
import { Input } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { isMoney } from '~/lib/rules';
import { useSaveCoupon } from '../api/coupons';
import { type CouponValues, toInput, toValues } from './coupon-values';

interface CouponSheetProps {
  storeId: number;
  /** null for a new one. */
  coupon: CouponDto | null;
  onClose: () => void;
}

const { min, max } = LIMITS.couponCode;
const CODE = new RegExp(`^[A-Za-z0-9_-]{${min},${max}}$`);

export function CouponSheet({ storeId, coupon, onClose }: CouponSheetProps) {
  const save = useSaveCoupon(storeId);
  const form = useSubmitForm<CouponValues>({
    defaultValues: toValues(coupon),
    onSubmit: async (values) => {
      const { code } = await save.mutateAsync({ id: coupon?.id ?? null, input: toInput(values) });
      toast.success(`${code} is saved`);
      onClose();
    },
  });
  const { register, control, formState } = form;
  const { errors } = formState;
  const kind = useWatch({ control, name: 'kind' });
  return (
    <FormSheet
      form={form}
      onClose={onClose}
      title={coupon ? `Edit ${coupon.code}` : 'New coupon'}
      description="Takes something off the goods of this store, once per order. What was sold keeps its discount."
      submit="Save coupon"
    >
      <Field label="Code" hint="What buyers type; capitals make no difference." error={errors.code?.message}>
        <Input
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={max}
          {...register('code', {
            required: 'Enter a code.',
            pattern: {
              value: CODE,
              message: `Use ${min} to ${max} letters, digits, hyphens or underscores.`,
            },
          })}
        />
      </Field>
      <RadioGroup legend="It takes off">
        <div className="grid grid-cols-2 gap-2">
          <Radio label="A percentage" value="percent" {...register('kind')} />
          <Radio label="An amount" value="amount" {...register('kind')} />
        </div>
      </RadioGroup>
      {kind === 'percent' ? (
        <Field label="Percent off" error={errors.percentOff?.message}>
          <Input
            key="percent"
            before="%"
            inputMode="numeric"
            {...register('percentOff', {
              required: 'Enter a percentage.',
              pattern: { value: /^(100|[1-9]\d?)$/, message: 'Enter a whole number from 1 to 100.' },
            })}
          />
        </Field>
      ) : (
        <Field label="Amount off" error={errors.amountOff?.message}>
          <Input
            key="amount"
            before="$"
            inputMode="decimal"
            {...register('amountOff', { required: 'Enter an amount.', validate: isMoney })}
          />
        </Field>
      )}
      <Field
        label="From goods worth"
        optional
        hint="What the goods of this store must cost before the discount."
        error={errors.minimumSubtotal?.message}
      >
        <Input before="$" inputMode="decimal" {...register('minimumSubtotal', { validate: isMoney })} />
      </Field>
      <Field label="Starts" optional error={errors.startsAt?.message}>
        <Input type="datetime-local" {...register('startsAt')} />
      </Field>
      <Field label="Ends" optional error={errors.endsAt?.message}>
        <Input type="datetime-local" {...register('endsAt')} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Uses in all" optional error={errors.maxUses?.message}>
          <Input inputMode="numeric" {...register('maxUses', { validate: isCount })} />
        </Field>
        <Field label="Uses per buyer" optional error={errors.maxUsesPerBuyer?.message}>
          <Input inputMode="numeric" {...register('maxUsesPerBuyer', { validate: isCount })} />
        </Field>
      </div>
      <Checkbox {...register('isActive')}>
        <span className="font-medium">On</span>
        <span className="block text-sm text-muted">While this is off, nobody can use the code.</span>
      </Checkbox>
    </FormSheet>
  );
}

function isCount(value: string): true | string {
  const count = value.trim();
  if (count === '') return true;
  const isRight = /^[1-9]\d{0,6}$/.test(count) && Number(count) <= LIMITS.couponUses.max;
  return isRight || 'Enter a whole number from 1 to 1000000, or nothing.';
}
