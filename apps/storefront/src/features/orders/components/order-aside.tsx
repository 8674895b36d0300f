import type { OrderDto, ShippingAddressDto } from '@souk/contracts/orders.dto';
import type { ReactNode } from 'react';
import { Badge } from '~/components/badge';
import { Card } from '~/components/card';
import { Totals } from '~/components/totals';
import { countryName } from '~/lib/countries';
import { formatDateTime } from '~/lib/format';
import { PAYMENT } from './order-words';

/** Sums, payment, address and the dry facts of an order. */
export function OrderAside({ order }: { order: OrderDto }) {
  const payment = PAYMENT[order.paymentStatus];
  return (
    <Card className="flex flex-col gap-5">
      <h2 className="font-display text-xl font-semibold">Summary</h2>
      <Totals
        subtotal={order.subtotal}
        discount={order.discountTotal}
        codes={[...new Set(order.parts.flatMap(({ couponCode }) => couponCode ?? []))].join(', ')}
        shipping={order.shippingRequired ? order.shippingTotal : null}
        tax={order.taxTotal}
        taxIncluded={order.taxIncludedTotal}
        total={order.totalAmount}
        refunded={order.refundedAmount}
        currency={order.currency}
      />
      <dl className="flex flex-col gap-4 border-t border-line pt-5">
        <Fact term="Payment">
          <Badge tone={payment.tone}>{payment.label}</Badge>
        </Fact>
        {order.shippingAddress && (
          <Fact term="Delivery to">
            <Address address={order.shippingAddress} />
          </Fact>
        )}
        <Fact term="Confirmation to">{order.email}</Fact>
        <Fact term="Ordered">{formatDateTime(order.dateOrdered)}</Fact>
        <Fact term="Order number">
          <span className="select-all">{order.number}</span>
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

function Address({
  address: { name, address, zipcode, city, state, country },
}: {
  address: ShippingAddressDto;
}) {
  const place = state ? `${city}, ${state} ${zipcode}` : `${zipcode} ${city}`;
  const lines = [name, address, place, countryName(country)];
  return (
    <address className="flex flex-col not-italic">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  );
}
