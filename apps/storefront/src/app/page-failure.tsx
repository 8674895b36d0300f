import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { PageTitle } from '~/components/page';
import { EmptyState, ErrorState } from '~/components/states';
import { ApiError } from '~/lib/api-error';

interface PageFailureProps {
  error: Error;
  /** What the page shows: "product". */
  noun: string;
  onRetry: () => void;
  /** Where the others of its kind are. */
  others: { label: string; to: string };
}

/** In place of a page whose one thing could not be loaded. An id that is no id is a thing that does not exist. */
export function PageFailure({ error, noun, onRetry, others }: PageFailureProps) {
  const missing = error instanceof ApiError && (error.status === 404 || error.status === 400);
  const title = missing ? `This ${noun} is not here` : `The ${noun} could not be loaded`;
  return (
    <div className="page py-10">
      <PageTitle>{title}</PageTitle>
      <h1 className="sr-only">{title}</h1>
      {missing ? (
        <EmptyState
          icon={Compass}
          title={title}
          action={
            <Button asChild>
              <Link to={others.to}>{others.label}</Link>
            </Button>
          }
        >
          It may have been taken down, or the link is mistyped.
        </EmptyState>
      ) : (
        <ErrorState error={error} title={title} onRetry={onRetry} />
      )}
    </div>
  );
}
