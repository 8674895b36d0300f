import type { CartNotice } from '@souk/contracts/cart.dto';
import { Info, TriangleAlert } from 'lucide-react';
import { cn } from '~/lib/cn';

/** Keeps one from checking out; the others only inform. */
const STOPS = new Set<CartNotice['code']>(['UNAVAILABLE', 'LOW_STOCK']);

export function CartNotices({ notices }: { notices: readonly CartNotice[] }) {
  if (notices.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {notices.map(({ code, message }) => {
        const stops = STOPS.has(code);
        const Icon = stops ? TriangleAlert : Info;
        return (
          <li key={code} className={cn('flex gap-1.5', stops ? 'text-danger' : 'text-accent-ink')}>
            <Icon aria-hidden className="mt-px size-4 shrink-0" />
            {message}
          </li>
        );
      })}
    </ul>
  );
}
