import { COMMON_PASSWORDS } from './common-passwords';

/** Straight lines of the alphabet and of keyboards; QWERTZ and AZERTY where they differ. */
const LINES = [
  'abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm',
  'qwertzuiop yxcvbnm azertyuiop qsdfghjklm wxcvbn',
  '1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 8ik, 9ol. 0p;/ 2qay 3wsx 4esx 5rdx 6tfc 7zgv 8uhb 9ijn 0okm',
]
  .join(' ')
  .split(' ')
  .flatMap((line) => [line, [...line].reverse().join('')]);

/** Shorter ones are in many good passwords. */
const SHORTEST_RUN = 3;

const LEET: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
/** What the digits' keys give with Shift, on US keyboards. */
const SHIFTED = ')!@#$%^&*(';

const plain = (text: string) => text.replace(/[013457@$!]/g, (sign) => LEET[sign] ?? sign);
const unshifted = (text: string) => text.replace(/[)!@#$%^&*(]/g, (sign) => String(SHIFTED.indexOf(sign)));

/** A word, and what people put behind it when digits or signs are asked for. */
const WITH_END = /^(?<word>.*?[^\d\p{P}\p{S}])(?<end>[\d\p{P}\p{S}]*)$/su;
/** Longer ends are secrets of their own, unless they follow a pattern. */
const LONGEST_END = 6;
const SHORTEST_WORD = 4;

/** Short words too, such as the "dragon" of "dragon123". */
const COMMON_WORDS = new Set(
  [...COMMON_PASSWORDS].map((common) => WITH_END.exec(common)?.groups?.word ?? common),
);

/** What attackers try first: common words, disguised or with something at their end, and patterns. @param text lower-cased */
export const isPredictable = (text: string): boolean =>
  formsOf(text).some((form) => isPattern(form) || isCommon(form));

/** The text, and it without what may disguise it. */
export function formsOf(text: string): string[] {
  const { word = text, end = '' } = WITH_END.exec(text)?.groups ?? {};
  const isShort = word.length >= SHORTEST_WORD && (end.length <= LONGEST_END || isPattern(end));
  const forms = isShort ? [text, word] : [text];
  return [...new Set([...forms, ...forms.map(plain), unshifted(text)])];
}

const isCommon = (form: string) =>
  COMMON_PASSWORDS.has(form) || (form.length >= SHORTEST_WORD && COMMON_WORDS.has(form));

function isPattern(text: string): boolean {
  if (/^(.{1,4})\1+$/su.test(text)) return true;
  const characters = [...text];
  const every = (nth: number) => characters.filter((_, index) => index % 2 === nth).join('');
  return isRuns(text) || (isRuns(every(0)) && isRuns(every(1)));
}

/** Nothing but straight lines and repeated characters. */
function isRuns(text: string): boolean {
  for (let start = 0; start < text.length;) {
    const length = runAt(text, start);
    if (length < SHORTEST_RUN) return false;
    start += length;
  }
  return text !== '';
}

function runAt(text: string, start: number): number {
  let length = /^(.)\1*/su.exec(text.slice(start))?.[0].length ?? 0;
  while (
    start + length < text.length &&
    LINES.some((line) => line.includes(text.slice(start, start + length + 1)))
  )
    length += 1;
  return length;
}
