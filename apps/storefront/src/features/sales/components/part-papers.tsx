import { PaperButton } from '~/components/paper-button';
import { loadInvoice, loadPackingSlip } from '~/lib/papers';
import type { PartOf } from '../api/sales';

/** What goes with the parcel, once the order is paid. */
export function PartPapers({ order, part }: PartOf) {
  if (!order.complete || part.status === 'cancelled') return null;
  const of = { orderId: order.id, part: part.id };
  const isSent = order.items.some(({ storeId, digital }) => storeId === part.store.id && !digital);
  const about = `of ${order.number}`;
  return (
    <div className="flex flex-wrap gap-2">
      {isSent && (
        <PaperButton
          about={about}
          fileName={`Packing slip ${order.number}.pdf`}
          load={() => loadPackingSlip(of)}
        >
          Packing slip
        </PaperButton>
      )}
      <PaperButton about={about} fileName={`Invoice ${order.number}.pdf`} load={() => loadInvoice(of)}>
        Invoice
      </PaperButton>
    </div>
  );
}
