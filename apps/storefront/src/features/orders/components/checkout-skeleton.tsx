import { Card } from '~/components/card';
import { Loading, Skeleton } from '~/components/skeleton';

export function CheckoutSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-8">
      <div className="flex flex-col gap-6">
        {['h-11', 'h-64', 'h-80'].map((height) => (
          <Card key={height} className="flex flex-col gap-5">
            <Skeleton className="h-6 w-40" />
            <Skeleton className={height} />
          </Card>
        ))}
      </div>
      <Card className="flex flex-col gap-5">
        <Skeleton className="h-6 w-32" />
        <Skeleton className="h-28" />
        <Skeleton className="h-13" />
      </Card>
    </Loading>
  );
}
