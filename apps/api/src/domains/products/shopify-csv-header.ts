import type { ImportProblem } from '@souk/contracts/imports.dto';
import { cut, oneLine } from './shopify-csv-cells';
import { columnKey, hasNoPlace, isUsed, saysNothing, type Column } from './shopify-csv-columns';

/** What a problem can name. */
const COLUMN_MAX = 100;
/** Characters of names in one note. */
const NAMES_MAX = 320;

/** The first line of a file: what each column means, and which mean nothing here. */
export class Header {
  private readonly keys: string[];
  private readonly places: Map<string, number>;
  /** Places of columns without a use that hold something, and of those that may yet turn out to. */
  private readonly full = new Set<number>();
  private readonly watched: Set<number>;

  constructor(private readonly names: string[]) {
    this.keys = names.map(columnKey);
    // of two that mean the same, the first counts
    this.places = new Map(this.keys.map((key, place) => [key, place] as const).reverse());
    const isWatched = (key: string) => key === '' || (!isUsed(key) && hasNoPlace(key));
    this.watched = new Set(this.keys.flatMap((key, place) => (isWatched(key) ? place : [])));
  }

  get width(): number {
    return this.names.length;
  }

  /** Of those without which there is no product. */
  get missing(): Column[] {
    return (['Handle', 'Title'] as const).filter((column) => this.placeOf(column) === undefined);
  }

  placeOf(column: Column): number | undefined {
    return this.places.get(columnKey(column));
  }

  /** As the file calls it. */
  nameOf(column: Column): string {
    return this.shown(this.placeOf(column)) || column;
  }

  /** Notes what stands in columns that have no use. */
  watch(cells: string[]): void {
    for (const place of this.watched) {
      if (saysNothing(this.keys[place] ?? '', (cells[place] ?? '').trim())) continue;
      this.full.add(place);
      this.watched.delete(place);
    }
  }

  /** Complete once every row was watched. `line` is the header's own. */
  problems(line: number): ImportProblem[] {
    const of = (field: string | null, message: string): ImportProblem => ({ line, field, message });
    const unknown = this.keys.flatMap((key, place) =>
      key && !isUsed(key) && !hasNoPlace(key) ? this.shown(place) : [],
    );
    const twice = this.keys.flatMap((key, place) => {
      const first = this.places.get(key);
      return key && isUsed(key) && first !== undefined && first !== place ? { first, place } : [];
    });
    const full = [...this.full].sort((a, b) => a - b);
    const nameless = full.filter((place) => this.keys[place] === '');
    const withoutPlace = full.flatMap((place) => (this.keys[place] ? this.shown(place) : []));
    return [
      ...[...new Set(unknown)].map((name) => of(name, UNKNOWN)),
      ...twice.map(({ first, place }) => of(this.shown(place), meansTheSame(this.shown(first), place + 1))),
      ...nameless.map((place) => of(null, hasNoName(place + 1))),
      ...(withoutPlace.length > 0 ? [of(null, noPlaceFor([...new Set(withoutPlace)]))] : []),
    ];
  }

  private shown(place = -1): string {
    return cut(oneLine(this.names[place] ?? ''), COLUMN_MAX);
  }
}

const UNKNOWN = 'This column means nothing here. Its cells were passed over; the rest of each row counts.';

const meansTheSame = (name: string, number: number) =>
  `Column ${number} means the same as "${name}" before it. Its cells were passed over; take one of the two out.`;

const hasNoName = (number: number) =>
  `Column ${number} has no name in the first line. Its cells were passed over; give it one, or take it out.`;

/** "Google Shopping / Gender" and its like are a dozen, told by their first half. */
function noPlaceFor(names: string[]): string {
  const short = [...new Set(names.map((name) => name.replace(/ \/ .*/, ' / *')))];
  let length = 0;
  const listed = short.filter((name) => (length += name.length + 2) <= NAMES_MAX);
  const more = listed.length < short.length ? ` and ${short.length - listed.length} more` : '';
  return `There is no place here for what these columns of Shopify's hold, so it was passed over: ${listed.join(', ')}${more}.`;
}
