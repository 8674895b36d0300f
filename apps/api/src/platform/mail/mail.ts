/** What a mail says, in plain words; the layout makes HTML and text of it, so that nobody writes HTML. */
export interface Letter {
  /** The same however often it is sent, by which mail programs know a second copy. */
  id?: string;
  /** What it is about: `placed:31`, `reset:1042`. The log of mails knows a second try by it. */
  cause?: string;
  /** One address. */
  to: string;
  /** Subject and heading. */
  subject: string;
  /** What lists of mails show beside the subject; the first paragraph where it is left out. */
  preheader?: string;
  paragraphs: (string | Quote)[];
  /** Under headings of their own, between the words and the sums. */
  goods?: Goods[];
  sums?: { label: string; amount: string; strong?: boolean }[];
  address?: { label: string; lines: string[] };
  /** The one thing to do; an absolute address. */
  action: { label: string; url: string };
  /** For those who did not expect this mail. */
  closing: string;
  /** For mails that nobody needs. */
  unsubscribe?: Unsubscribe;
}

/** How to get no more mails of this kind, without signing in; absolute addresses. */
export interface Unsubscribe {
  /** A page that asks. */
  pageUrl: string;
  /** Takes a POST and asks nothing (RFC 8058): for the button that mail programs show. */
  oneClickUrl: string;
}

/** What somebody else has written, marked as such: nobody must take it for the marketplace's words. */
export interface Quote {
  quote: string[];
}

export interface Goods {
  heading: string;
  rows: {
    name: string;
    /** Such as "2 × $12.00, Size: M". */
    details: string;
    amount: string;
    /** Absolute address of a picture; null where there is none. */
    picture: string | null;
  }[];
}

/** Takes letters to people. Called by handlers of facts only: sending waits for the network, and is tried again. */
export abstract class Mail {
  /** @throws Error when the letter could not be handed on */
  abstract send(letter: Letter): Promise<void>;
}

/** Beside From, To and Subject. The first keeps programs from answering that somebody is on holiday (RFC 3834). */
export const headersOf = ({ unsubscribe }: Letter): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(unsubscribe && {
    'List-Unsubscribe': `<${unsubscribe.oneClickUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
});
