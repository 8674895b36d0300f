import { QueryClient, type QueryKey, infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { ApiError } from './api-error';

const MAX_RETRIES = 2;

/** A 4xx answers the same again; only lost connections and 5xx are worth another try. */
function shouldRetry(failures: number, error: Error): boolean {
  const isRefusal = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !isRefusal && failures < MAX_RETRIES;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 30_000 },
      // Offline a mutation fails with a message at once; paused, its button would wait without a word.
      mutations: { networkMode: 'always' },
    },
  });
}

/** A page of a list, as the API sends it. */
interface ListPage {
  items: unknown[];
  total: number;
  nextCursor: string | null;
}

/** All pages of a list that have come so far, as one. */
export interface List<Row> {
  rows: Row[];
  /** As the last page to come has counted them. */
  total: number;
}

export const listOf = <Page extends ListPage>({
  pages,
}: {
  pages: Page[];
}): List<Page['items'][number]> & {
  /** Holds what is said about the whole list. */
  first: Page | undefined;
} => ({
  rows: pages.flatMap(({ items }) => items),
  total: pages.at(-1)?.total ?? 0,
  first: pages[0],
});

/** A list, page after page; with another filter the former rows stay until the new ones have come. */
export const listQuery = <Page extends ListPage>(
  queryKey: QueryKey,
  /** @param cursor where the page begins; none for the first */
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    select: listOf<Page>,
  });
