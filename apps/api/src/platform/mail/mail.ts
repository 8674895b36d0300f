/** What a mail says, in plain words; the layout makes HTML and text of it, so that nobody writes HTML. */
export interface Letter {
  /** One address. */
  to: string;
  /** Subject and heading. */
  subject: string;
  paragraphs: string[];
  /** The one thing to do; an absolute address. */
  action: { label: string; url: string };
  /** For those who did not expect this mail. */
  closing: string;
}

/** Takes letters to people. Called by handlers of facts only: sending waits for the network, and is tried again. */
export abstract class Mail {
  /** @throws Error when the letter could not be handed on */
  abstract send(letter: Letter): Promise<void>;
}
