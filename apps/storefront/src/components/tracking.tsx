import { ExternalLink } from 'lucide-react';
import { trackingPage } from '~/lib/tracking';

interface TrackingProps {
  carrier: string | null;
  trackingNumber: string | null;
}

export function Tracking({ carrier, trackingNumber }: TrackingProps) {
  if (!carrier && !trackingNumber) return null;
  const page = trackingPage(carrier, trackingNumber);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="text-muted">{carrier ?? 'Tracking number'}</span>
      {trackingNumber && (
        <code className="font-sans break-all tabular-nums select-all">{trackingNumber}</code>
      )}
      {page && (
        <a
          href={page}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1 font-medium text-action underline underline-offset-4 hover:decoration-2"
        >
          Track the parcel
          <ExternalLink aria-hidden className="size-4" />
          <span className="sr-only">(opens in a new tab)</span>
        </a>
      )}
    </p>
  );
}
