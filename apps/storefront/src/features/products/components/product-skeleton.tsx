import { Loading, Skeleton } from '~/components/skeleton';

/** Columns of the product's page: pictures, and beside them what one decides. */
export const productColumns =
  'grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem] xl:grid-cols-[minmax(0,1fr)_27rem]';

export function ProductSkeleton() {
  return (
    <Loading label="Loading product" className="page flex min-h-dvh flex-col gap-6 py-6">
      <Skeleton className="h-6 w-64 max-w-full" />
      <div className={productColumns}>
        <div className="flex flex-row-reverse gap-4">
          <Skeleton className="aspect-4/5 h-auto flex-1 rounded-lg" />
          <div className="hidden w-16 lg:block" />
        </div>
        <div className="flex flex-col gap-5">
          <Skeleton className="h-9 w-4/5" />
          <Skeleton className="h-5 w-1/3" />
          <Skeleton className="h-8 w-1/4" />
          <Skeleton className="h-11" />
          <Skeleton className="h-13" />
          <Skeleton className="h-16" />
        </div>
      </div>
    </Loading>
  );
}
