import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Entrance, EntranceNews } from '~/components/entrance';
import { ErrorState } from '~/components/states';
import { isDeadEnd, useUnsubscribe } from '../api/unsubscribing';

/** By kind, as the mailed link names it. */
const MAILS: Record<string, string> = {
  low_stock: 'goods that are running low',
  review_received: 'new reviews of what you sell',
  review_replied: 'answers to your reviews',
};

/** Asks first: programs that look at links before people do must not end anything. */
export function Unsubscribing({ token }: { token: string }) {
  const { mutate, isPending, isSuccess, error } = useUnsubscribe(token);
  const mails = MAILS[token.split('.')[1] ?? ''];
  if (!mails || isDeadEnd(error)) {
    return (
      <EntranceNews title="This link does not work">
        <p className="text-muted">
          It may be incomplete. You can choose what we write to you in your account at any time.
        </p>
        <ToPreferences />
      </EntranceNews>
    );
  }
  if (isSuccess) {
    return (
      <EntranceNews title="You get no more of these mails">
        <p className="text-muted">
          We no longer write to you about {mails}. Should you miss them, switch them on again in your account.
        </p>
        <ToPreferences />
      </EntranceNews>
    );
  }
  return (
    <Entrance title="No more of these mails?" lead={`We write to you about ${mails}.`}>
      {error && <ErrorState error={error} title="That did not work" className="py-2" />}
      <Button onClick={() => mutate()} loading={isPending}>
        Stop these mails
      </Button>
    </Entrance>
  );
}

const ToPreferences = () => (
  <Button asChild variant="secondary">
    <Link to="/notifications/preferences">Choose what you are told</Link>
  </Button>
);
