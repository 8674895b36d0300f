import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { useSession } from '~/features/auth/api/session';
import { Entrance } from '~/components/entrance';
import { RegisterForm } from '~/features/auth/components/register-form';
import { nextPath } from '~/features/auth/components/require';
import { isPutOff } from '~/features/wishlist/api/put-off';

export function Component() {
  const [search] = useSearchParams();
  const { state } = useLocation();
  const { user } = useSession();
  // Vendors who were on no particular way begin at their dashboard.
  if (user)
    return <Navigate to={nextPath(search, user.userType === 'vendor' ? '/dashboard' : '/')} replace />;
  return (
    <Entrance
      title="Create an account"
      lead={
        isPutOff()
          ? 'Then it goes on your wish list. What is in your cart comes with you.'
          : 'What is in your cart comes with you.'
      }
      footer={
        <>
          Have an account?{' '}
          <Button asChild variant="link">
            <Link to={`/login?${search}`}>Sign in</Link>
          </Button>
        </>
      }
    >
      <RegisterForm email={emailIn(state)} />
    </Entrance>
  );
}

/** Brought along from a page that knows it. */
const emailIn = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'email' in state && typeof state.email === 'string'
    ? state.email
    : undefined;
