import { In } from 'typeorm';
import type { Database } from '../../platform/database/database';
import { KEYWORDS_END, type SearchEntry } from './search-entry';
import { SearchWord } from './search-word.entity';

/** What may be meant, and what may be mended: a slip in three letters makes another word. */
const KNOWN = /^\p{L}{3,40}$/u;
const MENDED = /^\p{L}{4,40}$/u;
/** Letters of a word in which a second slip is borne, as Elasticsearch does by default. */
const LONG = 6;
const BATCH = 500;

/** Remembers the words of names, stores, categories and options. None is forgotten: who asks looks whether it finds. */
export async function learnWords(database: Database, entries: SearchEntry[]): Promise<void> {
  const texts = entries.map(({ name, body }) => `${name} ${body.slice(0, body.indexOf(KEYWORDS_END))}`);
  const words = [...new Set(texts.join(' ').split(' '))].filter((word) => KNOWN.test(word));
  const repository = database.repository(SearchWord);
  for (let start = 0; start < words.length; start += BATCH) {
    const some = words.slice(start, start + BATCH);
    const known = new Set((await repository.findBy({ word: In(some) })).map(({ word }) => word));
    // in one order for all, so that two that learn the same words wait for one another instead of colliding
    const fresh = some.filter((word) => !known.has(word)).sort();
    if (fresh.length === 0) continue;
    const rows = fresh.map((word) => ({ word }));
    await repository.createQueryBuilder().insert().values(rows).orIgnore().updateEntity(false).execute();
  }
}

/**
 * The known words that are fewest slips away from this one, at most one slip, or two in a long word. A slip is a letter
 * missing, added, wrong, or two swapped; the first letter is nearly always right (Pollock and Zamora 1984).
 */
export async function similarWords(database: Database, word: string): Promise<string[]> {
  if (!MENDED.test(word)) return [];
  const [first = '', second = ''] = word;
  const words = await database
    .repository(SearchWord)
    .createQueryBuilder('w')
    .where('(w.word >= :first AND w.word < :afterFirst) OR (w.word >= :second AND w.word < :afterSecond)')
    .setParameters({ first, afterFirst: after(first), second, afterSecond: after(second) })
    .getMany();
  const most = word.length < LONG ? 1 : 2;
  const near = words
    .map((known) => ({ word: known.word, slips: slipsBetween(word, known.word, most) }))
    .filter(({ slips }) => slips <= most);
  const fewest = Math.min(...near.map(({ slips }) => slips));
  return near.filter(({ slips }) => slips === fewest).map((known) => known.word);
}

const after = (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1);

/** Optimal string alignment distance; Infinity when the lengths alone are too far apart. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let slips = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, at(before, j - 2) + 1);
      row.push(slips);
    }
    [before, previous] = [previous, row];
  }
  return at(previous, b.length);
}

const at = (row: number[], index: number) => row[index] ?? Infinity;
