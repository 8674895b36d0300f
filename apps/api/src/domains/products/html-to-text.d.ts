/** The part of the package that we use; it ships no types. */
declare module 'html-to-text' {
  export interface Node {
    name?: string;
    /** Of a text. */
    data?: string;
    children?: Node[];
  }

  export interface Builder {
    openBlock(options: { leadingLineBreaks: number }): void;
    closeBlock(options: { trailingLineBreaks: number }): void;
    addInline(text: string): void;
  }

  export type Formatter = (
    element: Node,
    walk: (nodes: Node[] | undefined, builder: Builder) => void,
    builder: Builder,
  ) => void;

  export interface Options {
    wordwrap: number | false;
    formatters?: Record<string, Formatter>;
    limits?: { maxInputLength?: number; maxDepth?: number };
    selectors?: { selector: string; format?: string; options?: Record<string, unknown> }[];
  }

  export function compile(options: Options): (html: string) => string;
}
