import { Card } from '~/components/card';
import { Loading, Skeleton } from '~/components/skeleton';

export function CartSkeleton() {
  return (
    <Loading label="Loading your cart" className="grid items-start gap-6 lg:grid-cols-[1fr_22rem] lg:gap-8">
      <Card className="flex flex-col gap-6">
        <Skeleton className="h-6 w-40" />
        {[0, 1].map((line) => (
          <div key={line} className="flex gap-4">
            <Skeleton className="aspect-4/5 h-auto w-20 shrink-0 rounded-md sm:w-24" />
            <div className="flex flex-1 flex-col gap-3">
              <Skeleton className="w-3/5" />
              <Skeleton className="h-3.5 w-1/4" />
              <Skeleton className="mt-auto h-11 w-32" />
            </div>
          </div>
        ))}
      </Card>
      <Card className="flex flex-col gap-4">
        <Skeleton />
        <Skeleton />
        <Skeleton className="h-13" />
      </Card>
    </Loading>
  );
}
