import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { formatNumber, plural } from '~/lib/format';
import type { List } from '~/lib/query';
import { Button } from './button';
import { toast } from './toast';

interface Noun {
  /** What a row is: "product". */
  noun: string;
  /** Several of them, where an "s" does not do. */
  nouns?: string;
}

interface LoadMoreProps extends Noun {
  shown: number;
  total: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** Below a list: how much of it is shown, and the way to the rest. */
export function LoadMore({ noun, nouns, shown, total, hasMore, loading, onMore }: LoadMoreProps) {
  return (
    <div className="flex flex-col items-center gap-4 py-8">
      <p className="text-sm text-muted tabular-nums">
        {formatNumber(shown)} of {plural(total, noun, nouns)}
      </p>
      {hasMore && (
        <Button variant="secondary" loading={loading} onClick={onMore} className="min-w-44">
          Show more
        </Button>
      )}
    </div>
  );
}

interface LoadMoreOfProps extends Noun {
  list: UseInfiniteQueryResult<List<unknown>>;
  /** Called with how many are shown then. */
  onMore?: (shown: number) => void;
}

/** The same for a list that the API sends page after page. */
export function LoadMoreOf({ list, onMore, ...noun }: LoadMoreOfProps) {
  if (!list.data || list.data.rows.length === 0) return null;
  const loadMore = async () => {
    const { data, isFetchNextPageError, error } = await list.fetchNextPage();
    if (isFetchNextPageError) toast.error(error?.message ?? 'The rest could not be loaded.');
    else if (data) onMore?.(data.rows.length);
  };
  return (
    <LoadMore
      {...noun}
      shown={list.data.rows.length}
      total={list.data.total}
      hasMore={list.hasNextPage}
      loading={list.isFetchingNextPage}
      onMore={() => void loadMore()}
    />
  );
}
