import { LIMITS, parseMoney } from '@souk/contracts';
import type { AdminStoreDto } from '@souk/contracts/admin.dto';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '~/components/button';
import { FormDialog } from '~/components/form-dialog';
import { Field } from '~/components/field';
import { Input, Textarea } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { atMost, orNull } from '~/lib/rules';
import { commissionQuery, useSetCommission } from '../api/ledger';

type Store = Pick<AdminStoreDto, 'id' | 'name' | 'commissionRate'>;

const MOST = LIMITS.commission.max / 100;

function isRate(value: string): true | string {
  if (value.trim() === '') return true;
  const points = parseMoney(value.trim());
  return (points !== undefined && points <= LIMITS.commission.max) || `Enter a percentage from 0 to ${MOST}.`;
}

/** What the marketplace keeps of a store's sales, and the way to agree on something else. */
export function Commission({ store }: { store: Store }) {
  const [open, setOpen] = useState(false);
  const { name, commissionRate } = store;
  const words = commissionRate === null ? 'Standard' : `${Number(commissionRate)}%`;
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        aria-label={`${words} commission of ${name}`}
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      <CommissionDialog key={String(open)} store={store} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

interface CommissionDialogProps {
  store: Store;
  open: boolean;
  onClose: () => void;
}

function CommissionDialog({ store: { id, name, commissionRate }, open, onClose }: CommissionDialogProps) {
  const { data } = useQuery({ ...commissionQuery(id), enabled: open });
  const set = useSetCommission(id);
  const form = useSubmitForm({
    defaultValues: { rate: commissionRate ?? '', reason: '' },
    onSubmit: async ({ rate, reason }) => {
      await set.mutateAsync({ rate: orNull(rate), reason });
      toast.success(`The commission of ${name} is changed`);
      onClose();
    },
  });
  const { errors } = form.formState;
  const standard = data ? ` (${Number(data.marketplaceRate)}%)` : '';
  return (
    <FormDialog
      form={form}
      open={open}
      onClose={onClose}
      title={`Commission of ${name}`}
      description="Of the goods that it sells from now on. What is sold already keeps its commission."
      submit="Save"
    >
      <Field
        label="Percent"
        hint={`Leave it empty for the marketplace’s rate${standard}.`}
        error={errors.rate?.message}
      >
        <Input inputMode="decimal" autoComplete="off" {...form.register('rate', { validate: isRate })} />
      </Field>
      <Field label="Reason" hint="Kept in the audit log." error={errors.reason?.message}>
        <Textarea
          rows={3}
          {...form.register('reason', {
            validate: (reason) => reason.trim() !== '' || 'Say why.',
            maxLength: atMost(LIMITS.commission.reason.max),
          })}
        />
      </Field>
    </FormDialog>
  );
}
