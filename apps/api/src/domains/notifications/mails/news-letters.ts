import type { Words } from '../../../platform/mail/correspondence';
import { spoken } from '../../../platform/money/spoken';

/** A product as letters show it. */
export interface Shown {
  name: string;
  storeName: string;
  /** Absolute address of its picture; null where there is none. */
  picture: string | null;
}

const VENDOR = 'You get this mail because you sell at Souk.';
const AUTHOR = 'You get this mail because you wrote a review at Souk.';

/** @param options of the variant, in words; empty where there are none @param left units */
export const lowStockLetter = (
  { storeName, ...product }: Shown,
  options: string,
  left: number,
  url: string,
): Words => ({
  subject: left === 0 ? `${product.name} is sold out` : `Only ${left} left of ${product.name}`,
  paragraphs: [
    left === 0
      ? 'Nobody can buy it until you add to its stock.'
      : 'Add to its stock before it is sold out. After that we watch it for you again.',
  ],
  goods: [{ heading: storeName, rows: [{ ...product, details: options, amount: `${left} left` }] }],
  action: { label: 'Open the product', url },
  closing: VENDOR,
});

export interface Paid {
  storeName: string;
  /** Minor units. */
  amount: number;
  currency: string;
  /** Of the bank or the provider; null where there is none. */
  reference: string | null;
}

export const payoutPaidLetter = ({ storeName, amount, currency, reference }: Paid, url: string): Words => ({
  subject: `${spoken(amount, currency)} is on its way to you`,
  preheader: `A payout to ${storeName}.`,
  paragraphs: [
    `We have paid out what ${storeName} had earned. It can take your bank a few days to show it.`,
    ...(reference ? [`Reference: ${reference}`] : []),
  ],
  action: { label: 'See your balance', url },
  closing: VENDOR,
});

/** @param reason in the words of whoever refused it */
export const payoutFailedLetter = (
  { storeName, amount, currency }: Paid,
  reason: string | null,
  url: string,
): Words => ({
  subject: `Your payout of ${spoken(amount, currency)} did not go through`,
  preheader: 'The money is on your balance again.',
  paragraphs: [
    `Nothing was sent to ${storeName}. The money is on its balance again.`,
    ...(reason ? [`The reason given: “${reason}”`] : []),
    'Look at the account that we pay out to, and ask for the payout again.',
  ],
  action: { label: 'See your balance', url },
  closing: VENDOR,
});

export interface Reviewed {
  /** Of the author. */
  username: string;
  /** 1 to 5. */
  rating: number;
  comment: string;
}

export const reviewReceivedLetter = ({ name }: Shown, review: Reviewed, url: string): Words => ({
  subject: `${review.rating} of 5 stars for ${name}`,
  preheader: excerpt(review.comment),
  paragraphs: [
    `${review.username} has reviewed it:`,
    { quote: linesOf(review.comment) },
    'Your answer stands below the review, for everybody to read.',
  ],
  action: { label: 'Read and answer', url },
  closing: VENDOR,
});

export const reviewRepliedLetter = ({ name, storeName }: Shown, reply: string, url: string): Words => ({
  subject: `${storeName} has answered your review`,
  preheader: excerpt(reply),
  paragraphs: [`You had reviewed ${name}. The store writes:`, { quote: linesOf(reply) }],
  action: { label: 'Read it on the page', url },
  closing: AUTHOR,
});

/** @param address of the endpoint @param reason a sentence */
export const webhookDisabledLetter = (address: string, reason: string | null, url: string): Words => ({
  subject: 'A webhook of yours is switched off',
  preheader: reason ?? 'Nothing has reached it for days.',
  paragraphs: [
    `We send nothing to ${address} any more.`,
    ...(reason ? [reason] : []),
    'Nothing is lost: mend the receiver, switch the webhook on again, and read what it missed from the event feed.',
  ],
  action: { label: 'Look at your webhooks', url },
  closing: 'You get this mail because you have registered this address at Souk.',
});

/** Paragraphs as the author made them. */
const linesOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const PREHEADER = 120;
const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > PREHEADER ? `${line.slice(0, PREHEADER)}…` : line;
};
