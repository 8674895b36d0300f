import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ErrorState } from '~/components/states';
import { PageTitle } from '~/components/page';

const reload = () => window.location.reload();

/** A page has failed; the layout around it still stands. */
export function PageError() {
  const error = useRouteError();
  return (
    <div className="page py-10">
      <PageTitle>Something went wrong</PageTitle>
      <ErrorState error={error} title={titleOf(error)} onRetry={reload} />
    </div>
  );
}

/** The layout itself has failed. */
export function RootError() {
  return (
    <main className="flex min-h-dvh items-center">
      <PageError />
    </main>
  );
}

/** After a release the page's old chunks are gone; loading again brings the new ones. */
function titleOf(error: unknown): string {
  if (error instanceof TypeError && /module/i.test(error.message)) return 'This page has a newer version';
  return isRouteErrorResponse(error) ? error.statusText : 'This page has stopped working';
}
