import type { BalanceDto } from '@souk/contracts/ledger.dto';
import { StatTile } from '~/components/stat-tile';
import { formatMoney } from '~/lib/format';

export function BalanceFigures({ balance }: { balance: BalanceDto }) {
  const money = (amount: string) => formatMoney(amount, balance.currency);
  const payable =
    balance.available === balance.payable || Number(balance.available) < 0
      ? 'can be paid out now'
      : `${money(balance.payable)} can be paid out now`;
  return (
    <div className="grid grid-cols-1 gap-4 min-[26rem]:grid-cols-2 xl:grid-cols-4">
      <StatTile label="Available" value={money(balance.available)} hint={payable} />
      <StatTile label="Pending" value={money(balance.pending)} hint="until the orders are delivered" />
      <StatTile label="On its way" value={money(balance.onItsWay)} hint="asked for, not paid yet" />
      <StatTile label="Paid out" value={money(balance.paidOut)} hint="since the store opened" />
    </div>
  );
}
