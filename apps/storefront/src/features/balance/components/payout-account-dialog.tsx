import { LIMITS } from '@souk/contracts';
import type { BalanceDto } from '@souk/contracts/ledger.dto';
import { FormDialog } from '~/components/form-dialog';
import { Field } from '~/components/field';
import { Input } from '~/components/input';
import { PasswordInput } from '~/components/password-input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { atMost } from '~/lib/rules';
import { useSetPayoutAccount } from '../api/balance';

interface PayoutAccountDialogProps {
  storeId: number;
  balance: BalanceDto;
  username: string;
  open: boolean;
  onClose: () => void;
}

const ACCOUNTS = {
  manual: { label: 'Bank account', hint: 'An IBAN, or routing and account number.' },
  stripe: { label: 'Stripe account', hint: 'Of your connected account, such as acct_1A2b3C.' },
};

export function PayoutAccountDialog({ storeId, balance, username, open, onClose }: PayoutAccountDialogProps) {
  const setAccount = useSetPayoutAccount(storeId);
  const { label, hint } = ACCOUNTS[balance.payoutMethod];
  const form = useSubmitForm({
    defaultValues: { account: balance.payoutAccount ?? '', currentPassword: '' },
    onSubmit: async (values) => {
      await setAccount.mutateAsync(values);
      toast.success(values.account.trim() ? 'Payouts go there from now on' : 'The account is removed');
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      form={form}
      open={open}
      onClose={onClose}
      title="Where payouts go"
      description="Only you and the marketplace’s staff see it. Payouts that are on their way go where they were sent."
      submit="Save"
    >
      <Field label={label} hint={hint} error={errors.account?.message}>
        <Input
          autoComplete="off"
          spellCheck={false}
          {...form.register('account', { maxLength: atMost(LIMITS.payoutAccount.max) })}
        />
      </Field>
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <Field label="Your password" error={errors.currentPassword?.message}>
        <PasswordInput
          autoComplete="current-password"
          {...form.register('currentPassword', { required: 'Enter your password.' })}
        />
      </Field>
    </FormDialog>
  );
}
