import {
  FIRST_LOOK,
  LIMITS,
  PRODUCT_SORTS,
  RATING,
  type ProductSort,
  readOption,
  splitOptions,
} from '@souk/contracts';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** What the list of products shows; the URL carries it by the API's own names. */
export interface ProductFilters {
  search?: string;
  /** Slugs: products of any of them. */
  category?: string[];
  /** Ids: products of any of them. */
  store?: number[];
  /** As `writeOption` writes them: any value of one name, all of several names. */
  options?: string[];
  minPrice?: string;
  maxPrice?: string;
  minRating?: number;
  inStock?: true;
  digital?: boolean;
  sort?: ProductSort;
}

const AMOUNT = /^\d{1,7}(\.\d{1,2})?$/;
const SLUG = /^[a-z0-9-]{1,140}$/;

/** Leaves out what the API would refuse: a mistyped address still shows goods. */
export function readFilters(params: URLSearchParams): ProductFilters {
  const matching = (name: string, pattern: RegExp) => {
    const value = params.get(name);
    return value !== null && pattern.test(value) ? value : undefined;
  };
  const several = <T>(name: string, split: (text: string) => (T | undefined)[]): T[] | undefined => {
    const values = params.getAll(name).flatMap(split);
    const known = [...new Set(values)].filter((value) => value !== undefined);
    return known.length > 0 ? known.slice(0, LIMITS.filterValues.max) : undefined;
  };
  const digital = matching('digital', /^(true|false)$/);
  return {
    search: params.get('search')?.trim().slice(0, LIMITS.search.max) || undefined,
    category: several('category', (text) => text.split(',').filter((slug) => SLUG.test(slug))),
    store: several('store', (text) => text.split(',').map((id) => whole(id, 1, LIMITS.id))),
    options: several('options', (text) => splitOptions(text).filter(isOption)),
    minPrice: matching('minPrice', AMOUNT),
    maxPrice: matching('maxPrice', AMOUNT),
    minRating: whole(params.get('minRating'), RATING.min, RATING.max),
    inStock: params.get('inStock') === 'true' || undefined,
    digital: digital && digital === 'true',
    sort: PRODUCT_SORTS.find((sort) => sort === params.get('sort')),
  } as ProductFilters;
}

function isOption(text: string): boolean {
  const option = readOption(text);
  const { name, value } = LIMITS.options;
  const fits = (part: string, max: number) =>
    part.trim() !== '' && part.length <= max && !/\p{Cc}/u.test(part);
  return option !== undefined && fits(option.name, name) && fits(option.value, value);
}

/** With the value added, or taken away when it was there. */
export function toggled<T>(values: readonly T[] = [], value: T): T[] | undefined {
  if (!values.includes(value)) return [...values, value];
  const others = values.filter((each) => each !== value);
  return others.length > 0 ? others : undefined;
}

function whole(value: string | null, min: number, max: number): number | undefined {
  const number = value !== null && /^\d+$/.test(value) ? Number(value) : NaN;
  return number >= min && number <= max ? number : undefined;
}

/** The URL's query with some filters changed; `undefined` takes one away. What was loaded further down starts anew. */
export function withFilters(params: URLSearchParams, change: Partial<ProductFilters>): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete(SHOWN);
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    if (value !== undefined) for (const each of [value].flat()) next.append(name, String(each));
  }
  return next;
}

const SHOWN = 'shown';
export const PAGE_SIZE = FIRST_LOOK.listLimit;

/** How many products were in sight when the page was left, so that a reload can show as many. */
function readShown(params: URLSearchParams): number {
  return whole(params.get(SHOWN), PAGE_SIZE, LIMITS.page.max) ?? PAGE_SIZE;
}

/** Filters in the URL: Back undoes a choice, and a link shares it. */
export function useProductFilters() {
  const [params, setParams] = useSearchParams();
  // A second choice builds on the first, even before the router has shown that.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);
  const go = (next: URLSearchParams, replace: boolean) => {
    latest.current = next;
    setParams(next, { replace, preventScrollReset: true });
  };
  return {
    filters: readFilters(params),
    shown: readShown(params),
    change: (change: Partial<ProductFilters>) => go(withFilters(latest.current, change), false),
    rememberShown: (shown: number) => {
      const next = new URLSearchParams(latest.current);
      next.set(SHOWN, String(Math.min(shown, LIMITS.page.max)));
      go(next, true);
    },
  };
}
