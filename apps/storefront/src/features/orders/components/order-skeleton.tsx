import { Card } from '~/components/card';
import { Loading, Skeleton } from '~/components/skeleton';

export function OrderSkeleton() {
  return (
    <Loading label="Loading the order" className="page flex flex-col gap-6 py-6 sm:py-10">
      <Skeleton className="h-10 w-72 max-w-full" />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-8">
        <Card className="flex flex-col gap-5">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="h-44" />
        </Card>
        <Card className="flex flex-col gap-5">
          <Skeleton className="h-6 w-32" />
          <Skeleton className="h-64" />
        </Card>
      </div>
    </Loading>
  );
}
