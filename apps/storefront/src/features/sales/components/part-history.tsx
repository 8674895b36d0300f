import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { Timeline } from '~/components/timeline';
import { historySteps, timelineQuery } from '~/lib/part-history';
import type { PartOf } from '../api/sales';

/** All that became of the part, for those who want to know. */
export function PartHistory({ order, part }: PartOf) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        className="-ml-3 self-start"
        aria-label={`History of ${order.number}`}
        onClick={() => setOpen(true)}
      >
        <History aria-hidden className="size-4" />
        History
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`History of ${order.number}`}>
        <PartTimeline order={order} part={part} />
      </Dialog>
    </>
  );
}

function PartTimeline({ order, part }: PartOf) {
  const { data, error, refetch } = useQuery(timelineQuery(order, null));
  if (error && !data)
    return (
      <ErrorState
        error={error}
        title="The history could not be loaded"
        onRetry={() => void refetch()}
        className="py-6"
      />
    );
  if (!data)
    return (
      <Loading label="Loading the history" className="flex flex-col gap-4">
        <Skeleton className="w-1/2" />
        <Skeleton className="w-2/3" />
        <Skeleton className="w-1/2" />
      </Loading>
    );
  const own = data.items.filter(({ partId }) => partId === part.id);
  return <Timeline label={`What happened to ${order.number}`} steps={historySteps(own, order.currency)} />;
}
