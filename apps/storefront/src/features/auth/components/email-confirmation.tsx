import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { emailConfirmationQuery, isDeadLink } from '../api/recovery';
import { useSession } from '../api/session';
import { Entrance, EntranceNews } from '~/components/entrance';

/** Confirms the address as soon as it is shown. */
export function EmailConfirmation({ token }: { token: string }) {
  const { isSuccess, error, refetch } = useQuery({ ...emailConfirmationQuery(token), enabled: token !== '' });
  const { user, status } = useSession();
  if (isSuccess) {
    return (
      <EntranceNews title="Your address is confirmed">
        <p className="text-muted">Thank you. It is where we write to about your orders.</p>
        <Button asChild>
          <Link to="/">Go to the marketplace</Link>
        </Button>
      </EntranceNews>
    );
  }
  const isDead = !token || isDeadLink(error);
  if (isDead && user?.emailVerified) {
    return (
      <EntranceNews title="Your address is confirmed already">
        <p className="text-muted">
          There is nothing left to do. We write to <strong className="wrap-anywhere">{user.email}</strong>.
        </p>
        <Button asChild>
          <Link to="/">Go to the marketplace</Link>
        </Button>
      </EntranceNews>
    );
  }
  if (isDead && status !== 'loading') {
    return (
      <EntranceNews title="This link does not work">
        <p className="text-muted">
          It may be incomplete, used already, or more than three days old. Your profile shows whether your
          address is confirmed, and sends a new link.
        </p>
        <Button asChild>
          <Link to="/profile">Open your profile</Link>
        </Button>
      </EntranceNews>
    );
  }
  return (
    <Entrance title="Confirming your address" lead="This takes a moment.">
      {error && !isDead ? (
        <ErrorState
          error={error}
          title="Your address could not be confirmed"
          onRetry={() => void refetch()}
          className="py-4"
        />
      ) : (
        <Loading label="Confirming your address">
          <Skeleton className="h-11 w-48" />
        </Loading>
      )}
    </Entrance>
  );
}
