/** What a mail says, in plain words; the layout makes HTML and text of it, so that nobody writes HTML. */
export interface Letter {
  /** One address. */
  to: string;
  /** Subject and heading. */
  subject: string;
  paragraphs: string[];
  /** Under headings of their own, between the words and the sums. */
  goods?: Goods[];
  sums?: { label: string; amount: string; strong?: boolean }[];
  address?: { label: string; lines: string[] };
  /** The one thing to do; an absolute address. */
  action: { label: string; url: string };
  /** For those who did not expect this mail. */
  closing: string;
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
