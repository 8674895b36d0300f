import type { StoreDto } from '@souk/contracts/stores.dto';
import { type LucideIcon, Mail, MapPin, Phone, Truck } from 'lucide-react';
import type { ReactNode } from 'react';
import { shippingText } from './delivery-terms';

const link = 'underline underline-offset-4 hover:text-ink';

/** Who they are, how to reach them, what shipping costs. */
export function StoreAbout({ store }: { store: StoreDto }) {
  const { description, address, email, phone } = store;
  return (
    <section aria-label="About the store" className="grid gap-x-12 gap-y-5 sm:px-6 lg:grid-cols-[1fr_20rem]">
      <p className="max-w-prose text-lg whitespace-pre-line">{description}</p>
      <ul className="flex flex-col gap-2.5 text-muted">
        <Fact icon={Truck}>{shippingText(store)}</Fact>
        {address && <Fact icon={MapPin}>{address}</Fact>}
        {email && (
          <Fact icon={Mail}>
            <a href={`mailto:${email}`} className={link}>
              {email}
            </a>
          </Fact>
        )}
        {phone && (
          <Fact icon={Phone}>
            <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} className={link}>
              {phone}
            </a>
          </Fact>
        )}
      </ul>
    </section>
  );
}

function Fact({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="flex min-w-0 items-start gap-3">
      <Icon aria-hidden strokeWidth={1.75} className="mt-0.5 size-4.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </li>
  );
}
