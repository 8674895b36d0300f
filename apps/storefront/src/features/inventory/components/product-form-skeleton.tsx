import { Loading, Skeleton } from '~/components/skeleton';

export const ProductFormSkeleton = () => (
  <Loading label="Loading product" className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,1fr)_18rem]">
    <div className="flex flex-col gap-6">
      <Skeleton className="h-80 rounded-lg" />
      <Skeleton className="h-56 rounded-lg" />
    </div>
    <Skeleton className="h-96 rounded-lg" />
  </Loading>
);
