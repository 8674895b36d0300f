import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '~/components/card';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';

interface PanelProps<Data> {
  title: string;
  /** Where all of it is. */
  to: string;
  linkLabel: string;
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  /** One sentence, in place of an empty list. */
  empty: string;
  isEmpty: (data: Data) => boolean;
  className?: string;
  children: (data: Data) => ReactNode;
}

/** A few rows of a list that has a page of its own. */
export function Panel<Data>(props: PanelProps<Data>) {
  const { title, to, linkLabel, query, empty, isEmpty, className, children } = props;
  const { data, error, refetch } = query;
  return (
    <Card className={className}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-display text-xl font-semibold">{title}</h2>
        <Link to={to} className="touch-target text-action underline underline-offset-4 hover:decoration-2">
          {linkLabel}
        </Link>
      </div>
      {data !== undefined ? (
        isEmpty(data) ? (
          <p className="text-muted">{empty}</p>
        ) : (
          children(data)
        )
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />
      ) : (
        <Loading label={`Loading: ${title}`} className="flex flex-col gap-3">
          <Skeleton className="h-12 rounded-md" />
          <Skeleton className="h-12 rounded-md" />
          <Skeleton className="h-12 rounded-md" />
        </Loading>
      )}
    </Card>
  );
}
