import { ExternalLink } from 'lucide-react';

/** Where the large carriers show a parcel; the number is appended. */
const PAGES: readonly [RegExp, string][] = [
  [/\bdhl\b/i, 'https://www.dhl.com/en/express/tracking.html?AWB='],
  [/\bups\b/i, 'https://www.ups.com/track?tracknum='],
  [/\busps\b/i, 'https://tools.usps.com/go/TrackConfirmAction?tLabels='],
  [/\bfedex\b/i, 'https://www.fedex.com/fedextrack/?trknbr='],
  [/\bdpd\b/i, 'https://tracking.dpd.de/status/en_US/parcel/'],
  [/\bgls\b/i, 'https://gls-group.com/GROUP/en/parcel-tracking?match='],
  [/\broyal\s?mail\b/i, 'https://www.royalmail.com/track-your-item#/tracking-results/'],
];

interface TrackingProps {
  carrier: string | null;
  trackingNumber: string | null;
}

export function Tracking({ carrier, trackingNumber }: TrackingProps) {
  if (!carrier && !trackingNumber) return null;
  const page = PAGES.find(([name]) => name.test(carrier ?? ''))?.[1];
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="text-muted">{carrier ?? 'Tracking number'}</span>
      {trackingNumber && (
        <code className="font-sans break-all tabular-nums select-all">{trackingNumber}</code>
      )}
      {trackingNumber && page && (
        <a
          href={page + encodeURIComponent(trackingNumber)}
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
