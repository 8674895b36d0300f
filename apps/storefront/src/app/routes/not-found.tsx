import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { PageTitle } from '~/components/page';
import { EmptyState } from '~/components/states';

export function Component() {
  return (
    <div className="page py-10">
      <PageTitle>Page not found</PageTitle>
      <h1 className="sr-only">Page not found</h1>
      <EmptyState
        icon={Compass}
        title="There is nothing at this address"
        action={
          <Button asChild>
            <Link to="/products">Browse products</Link>
          </Button>
        }
      >
        The link may be old or mistyped, or what was here has been taken down.
      </EmptyState>
    </div>
  );
}
