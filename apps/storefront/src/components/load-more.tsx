import { formatNumber } from '~/lib/format';
import { Button } from './button';

interface LoadMoreProps {
  /** Of what: "products". */
  noun: string;
  shown: number;
  total: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

export function LoadMore({ noun, shown, total, hasMore, loading, onMore }: LoadMoreProps) {
  return (
    <div className="flex flex-col items-center gap-4 py-8">
      <p className="text-sm text-muted tabular-nums">
        {formatNumber(shown)} of {formatNumber(total)} {noun}
      </p>
      {hasMore && (
        <Button variant="secondary" loading={loading} onClick={onMore} className="min-w-44">
          Show more
        </Button>
      )}
    </div>
  );
}
