import { Loading, Skeleton } from '~/components/skeleton';

/** Of a narrow page that asks a few things about one product. */
export const FormSkeleton = ({ label }: { label: string }) => (
  <Loading label={label} className="page flex min-h-dvh max-w-3xl flex-col gap-6 py-6 sm:py-10">
    <Skeleton className="h-10 w-72 max-w-full" />
    <Skeleton className="h-26 rounded-lg" />
    <Skeleton className="h-11 w-60" />
    <Skeleton className="h-40 rounded-md" />
  </Loading>
);
