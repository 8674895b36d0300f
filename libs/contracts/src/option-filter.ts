/** One option of products to filter by: "Size", "M". */
export interface OptionFilter {
  name: string;
  value: string;
}

const PART = /(?:\\.|[^\\,])+/gs;
const PAIR = /^((?:\\.|[^\\:])+):(.+)$/s;

/** `Size:M`; a backslash goes before each comma, colon and backslash that belongs to the name or the value. */
export const writeOption = ({ name, value }: OptionFilter): string => `${escape(name)}:${escape(value)}`;

/** What stands between the commas: `Size:M,Size:L` → `Size:M`, `Size:L`. */
export const splitOptions = (text: string): string[] => text.match(PART) ?? [text];

/** undefined for what is no option. */
export function readOption(text: string): OptionFilter | undefined {
  const [, name, value] = PAIR.exec(text) ?? [];
  return name && value ? { name: unescape(name), value: unescape(value) } : undefined;
}

const escape = (text: string) => text.replace(/[\\,:]/g, '\\$&');
const unescape = (text: string) => text.replace(/\\(.)/gs, '$1');
