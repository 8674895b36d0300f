import type { ReorderNotice } from '@souk/contracts/reorder.dto';
import { Check, TriangleAlert } from 'lucide-react';

/** On the cart page, after ordering the same again: what has come, and what has not. */
export function ReorderNotices({ notices }: { notices: readonly ReorderNotice[] }) {
  if (notices.length === 0)
    return (
      <p role="status" className="flex gap-2 rounded-md bg-success-soft px-4 py-3 text-success">
        <Check aria-hidden className="mt-0.5 size-4.5 shrink-0" />
        All of the order is in your cart, at today’s prices.
      </p>
    );
  return (
    <section
      aria-label="Not all of the order could be added"
      className="flex flex-col gap-2 rounded-md bg-danger-soft px-4 py-3 text-danger"
    >
      <h2 className="font-medium">Not all of the order could be added</h2>
      <ul className="flex flex-col gap-1">
        {notices.map(({ itemId, message }) => (
          <li key={itemId} className="flex gap-2">
            <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0" />
            {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
