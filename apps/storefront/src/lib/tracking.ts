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

/** Where a parcel can be followed; null where the carrier is not known. Vendors name carriers, never addresses. */
export function trackingPage(carrier: string | null, trackingNumber: string | null): string | null {
  const page = PAGES.find(([name]) => name.test(carrier ?? ''))?.[1];
  return page && trackingNumber ? page + encodeURIComponent(trackingNumber) : null;
}
