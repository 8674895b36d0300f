import { Button } from '~/components/button';
import { toast } from '~/components/toast';
import { type Retried, useRetry } from '../api/operations';

interface RetryProps {
  kind: Retried;
  id: number;
  /** What is tried again: "job 7". */
  name: string;
}

export function Retry({ kind, id, name }: RetryProps) {
  const retry = useRetry(kind, id);
  return (
    <Button
      variant="secondary"
      size="sm"
      loading={retry.isPending}
      aria-label={`Retry ${name}`}
      onClick={() =>
        retry.mutate(undefined, {
          onSuccess: () => toast.success(`${name[0]?.toUpperCase()}${name.slice(1)} is tried again`),
          onError: (error) => toast.error(error.message),
        })
      }
    >
      Retry
    </Button>
  );
}
