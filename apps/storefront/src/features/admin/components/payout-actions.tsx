import { LIMITS } from '@souk/contracts';
import type { PayoutDto } from '@souk/contracts/ledger.dto';
import { useState } from 'react';
import { Button } from '~/components/button';
import { FormDialog } from '~/components/form-dialog';
import { Field } from '~/components/field';
import { Input } from '~/components/input';
import { PayoutStatusBadge } from '~/components/payout-status';
import { toast } from '~/components/toast';
import { formatMoney } from '~/lib/format';
import { useSubmitForm } from '~/lib/form';
import { atMost } from '~/lib/rules';
import { useConfirmPayout, useRefusePayout, useRetryPayout } from '../api/ledger';

type Decision = 'confirm' | 'refuse';

const WORDS = {
  confirm: {
    title: 'Confirm payout',
    effect: 'The money has left the marketplace’s bank account.',
    field: 'Reference',
    hint: 'What the bank calls the transfer. The vendor sees it.',
    empty: 'Enter the bank’s reference.',
    max: LIMITS.payoutReference.max,
    done: 'is paid',
  },
  refuse: {
    title: 'Refuse payout',
    effect: 'Nothing is sent, and the money is back on the store’s balance.',
    field: 'Reason',
    hint: 'The vendor reads it. Kept in the audit log.',
    empty: 'Say why.',
    max: LIMITS.auditReason.max,
    done: 'is back on the balance',
  },
} as const;

/** What staff can do about a payout that is on its way. */
export function PayoutActions({ payout }: { payout: PayoutDto }) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const retry = useRetryPayout(payout.id);
  if (payout.status !== 'pending')
    // phones have no column for it
    return (
      <span className="md:hidden">
        <PayoutStatusBadge status={payout.status} />
      </span>
    );
  if (payout.method !== 'manual')
    return (
      <Button
        variant="secondary"
        size="sm"
        loading={retry.isPending}
        aria-label={`Send payout ${payout.id} again`}
        onClick={() => retry.mutate(undefined, { onError: (error) => toast.error(error.message) })}
      >
        Send again
      </Button>
    );
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button size="sm" aria-label={`Confirm payout ${payout.id}`} onClick={() => setDecision('confirm')}>
        Confirm
      </Button>
      <Button
        variant="secondary"
        size="sm"
        aria-label={`Refuse payout ${payout.id}`}
        onClick={() => setDecision('refuse')}
      >
        Refuse
      </Button>
      {decision && <DecisionDialog payout={payout} decision={decision} onClose={() => setDecision(null)} />}
    </div>
  );
}

interface DecisionDialogProps {
  payout: PayoutDto;
  decision: Decision;
  onClose: () => void;
}

function DecisionDialog({ payout, decision, onClose }: DecisionDialogProps) {
  const { title, effect, field, hint, empty, max, done } = WORDS[decision];
  const confirm = useConfirmPayout(payout.id);
  const refuse = useRefusePayout(payout.id);
  const amount = formatMoney(payout.amount, payout.currency);
  const form = useSubmitForm({
    // under the name that the API knows it by
    defaultValues: { reference: '', reason: '' },
    onSubmit: async ({ reference, reason }) => {
      await (decision === 'confirm' ? confirm.mutateAsync(reference) : refuse.mutateAsync(reason));
      toast.success(`${amount} ${done}`);
      onClose();
    },
  });
  const name = decision === 'confirm' ? 'reference' : 'reason';
  const { errors } = form.formState;
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={`${title} ${payout.id}?`}
      description={`${amount} for ${payout.store.name}. ${effect}`}
      submit={title}
      danger={decision === 'refuse'}
    >
      <Field label={field} hint={hint} error={errors[name]?.message}>
        <Input
          autoComplete="off"
          {...form.register(name, {
            validate: (text) => text.trim() !== '' || empty,
            maxLength: atMost(max),
          })}
        />
      </Field>
    </FormDialog>
  );
}
