import { LIMITS } from '@souk/contracts';
import type { StoreBalanceDto } from '@souk/contracts/ledger.dto';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { FormDialog } from '~/components/form-dialog';
import { Input } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { formatMoney } from '~/lib/format';
import { atMost } from '~/lib/rules';
import { usePayOut } from '../api/ledger';

/** Begins the payout of all that is payable to a store. */
export function PayOut({ balance }: { balance: StoreBalanceDto }) {
  const { id, name, available, payable, currency, payoutAccount, payoutObstacle } = balance;
  const [asking, setAsking] = useState(false);
  const payOut = usePayOut();
  const needsAccount = payoutAccount === null && Number(payable) > 0;
  if (payoutObstacle && !needsAccount) {
    const words = Number(available) > 0 ? payoutObstacle : 'Nothing to pay';
    return <span className="text-sm text-muted">{words}</span>;
  }
  const pay = () =>
    payOut.mutate(
      { storeId: id },
      {
        onSuccess: ({ amount }) => toast.success(sent(amount, balance)),
        onError: (error) => toast.error(error.message),
      },
    );
  return (
    <>
      <Button
        size="sm"
        loading={payOut.isPending}
        aria-label={`Pay ${formatMoney(payable, currency)} out to ${name}`}
        onClick={needsAccount ? () => setAsking(true) : pay}
      >
        Pay out
      </Button>
      {asking && <AccountDialog balance={balance} onClose={() => setAsking(false)} />}
    </>
  );
}

/** For a store whose vendor has not said where its money goes, or has left. */
function AccountDialog({ balance, onClose }: { balance: StoreBalanceDto; onClose: () => void }) {
  const payOut = usePayOut();
  const amount = formatMoney(balance.payable, balance.currency);
  const form = useSubmitForm({
    defaultValues: { account: '' },
    onSubmit: async ({ account }) => {
      const payout = await payOut.mutateAsync({ storeId: balance.id, account });
      toast.success(sent(payout.amount, balance));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={`Pay out to ${balance.name}?`}
      description={`The vendor has not said where ${amount} should go. Ask for the account, and enter it here for this payout.`}
      submit={`Pay out ${amount}`}
    >
      <Field
        label="Account"
        hint="Kept with the payout and in the audit log."
        error={form.formState.errors.account?.message}
      >
        <Input
          autoComplete="off"
          spellCheck={false}
          {...form.register('account', {
            validate: (text) => text.trim() !== '' || 'Enter the account.',
            maxLength: atMost(LIMITS.payoutAccount.max),
          })}
        />
      </Field>
    </FormDialog>
  );
}

const sent = (amount: string, { name, currency }: StoreBalanceDto) =>
  `${formatMoney(amount, currency)} for ${name} is on its way`;
