import type { AdminBalanceDto } from '@souk/contracts/ledger.dto';
import { Button } from '~/components/button';
import { toast } from '~/components/toast';
import { formatMoney } from '~/lib/format';
import { usePayOut } from '../api/ledger';

/** Begins the payout of all that is available to a store. */
export function PayOut({
  balance: { id, name, available, currency, payoutObstacle },
}: {
  balance: AdminBalanceDto;
}) {
  const payOut = usePayOut();
  if (payoutObstacle) {
    const words = Number(available) > 0 ? payoutObstacle : 'Nothing to pay';
    return <span className="text-sm text-muted">{words}</span>;
  }
  const pay = () =>
    payOut.mutate(id, {
      onSuccess: ({ amount }) => toast.success(`${formatMoney(amount, currency)} for ${name} is on its way`),
      onError: (error) => toast.error(error.message),
    });
  return (
    <Button
      size="sm"
      loading={payOut.isPending}
      aria-label={`Pay ${formatMoney(available, currency)} out to ${name}`}
      onClick={pay}
    >
      Pay out
    </Button>
  );
}
