import type { StoreDto } from '@souk/contracts/stores.dto';
import { Download, type LucideIcon, RotateCcw, Truck } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatMoney } from '~/lib/format';

interface DeliveryTermsProps {
  /** undefined until it has come; the lines keep their place. */
  store: StoreDto | undefined;
  digital: boolean;
}

/** What delivery costs and how one gets out of the purchase again. */
export function DeliveryTerms({ store, digital }: DeliveryTermsProps) {
  return (
    <ul className="flex flex-col gap-2.5 border-t border-line pt-5 text-muted">
      {digital ? (
        <Term icon={Download}>Delivered as a download as soon as it is paid.</Term>
      ) : (
        <>
          <Term icon={Truck}>{store ? shippingText(store) : ' '}</Term>
          <Term icon={RotateCcw}>Cancel for a full refund until it ships.</Term>
        </>
      )}
    </ul>
  );
}

function Term({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="flex items-start gap-3">
      <Icon aria-hidden strokeWidth={1.75} className="mt-0.5 size-4.5 shrink-0" />
      <span>{children}</span>
    </li>
  );
}

export function shippingText({
  shippingFee,
  freeShippingOver,
}: Pick<StoreDto, 'shippingFee' | 'freeShippingOver'>): string {
  if (Number(shippingFee) === 0) return 'Free shipping.';
  const fee = `Shipping ${formatMoney(shippingFee)} per order`;
  return freeShippingOver === null
    ? `${fee}.`
    : `${fee}, free from ${formatMoney(freeShippingOver)} in this store.`;
}
