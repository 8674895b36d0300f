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

/**
 * What attackers try first: common passwords and patterns. Common words with something behind them are let through:
 * refusing those would be a rule of composition by another name.
 * @param text composed and lower-cased
 */
export const isPredictable = (text: string): boolean => COMMON_PASSWORDS.has(text) || isPattern(text);

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
