import type { EarningsPeriod } from '@souk/contracts';
import type { EarningsDto } from '@souk/contracts/ledger.dto';
import { Bars } from '~/components/bars';
import { formatCompact, formatMoney } from '~/lib/format';
import { periodLabel } from '../model/words';

interface EarningsChartProps {
  earnings: EarningsDto;
  by: EarningsPeriod;
}

export default function EarningsChart({ earnings: { periods, currency }, by }: EarningsChartProps) {
  return (
    <Bars
      points={periods.map(({ start, earned }) => ({ label: periodLabel(start, by), value: Number(earned) }))}
      inWords={(value) => formatMoney(value.toFixed(2), currency)}
      inShort={formatCompact}
      axisWidth={52}
    />
  );
}
