import type { BalanceDto } from '@souk/contracts/ledger.dto';
import { useState } from 'react';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { FieldError } from '~/components/field';
import { toast } from '~/components/toast';
import { formatMoney } from '~/lib/format';
import { useRequestPayout } from '../api/balance';
import { PayoutAccountDialog } from './payout-account-dialog';

interface NextPayoutProps {
  storeId: number;
  balance: BalanceDto;
  username: string;
}

const HOW = {
  manual: 'Sent by hand from the marketplace’s bank account.',
  stripe: 'Sent to your connected account at Stripe.',
};

/** What the next payout would be, where it goes, and the way to ask for it. */
export function NextPayout({ storeId, balance, username }: NextPayoutProps) {
  const [editing, setEditing] = useState(false);
  const request = useRequestPayout(storeId);
  const { payoutObstacle, payoutAccount, payoutMethod, commissionRate, payable, currency } = balance;
  const needsAccount = payoutAccount === null && Number(payable) > 0;
  const addAccount = (
    <Button variant={needsAccount ? 'primary' : 'secondary'} onClick={() => setEditing(true)}>
      {payoutAccount ? 'Change account' : 'Add account'}
    </Button>
  );
  const ask = () =>
    request.mutate(undefined, {
      onSuccess: ({ amount }) => toast.success(`${formatMoney(amount, currency)} is on its way`),
    });
  return (
    <SectionCard
      title="Next payout"
      description={`${HOW[payoutMethod]} The marketplace keeps ${Number(commissionRate)}% of the goods that you sell.`}
      actions={
        needsAccount
          ? addAccount
          : !payoutObstacle && (
              <Button loading={request.isPending} onClick={ask}>
                Pay out {formatMoney(payable, currency)}
              </Button>
            )
      }
    >
      {payoutObstacle && <p>{payoutObstacle}</p>}
      {Number(payable) > 0 && payable !== balance.available && (
        <p>The rest stays here for what another of your stores owes after refunds.</p>
      )}
      {request.error && <FieldError id="payout-error">{request.error.message}</FieldError>}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line pt-4">
        <p className="min-w-0">
          <span className="block text-sm text-muted">Goes to</span>
          <span className="break-words">{payoutAccount ?? 'No account yet'}</span>
        </p>
        {!needsAccount && addAccount}
      </div>
      <PayoutAccountDialog
        key={String(editing)}
        storeId={storeId}
        balance={balance}
        username={username}
        open={editing}
        onClose={() => setEditing(false)}
      />
    </SectionCard>
  );
}
