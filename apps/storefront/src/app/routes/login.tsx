import { Link, Navigate, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { useSession } from '~/features/auth/api/session';
import { Entrance } from '~/components/entrance';
import { LoginForm } from '~/features/auth/components/login-form';
import { nextPath } from '~/features/auth/components/require';
import { isPutOff } from '~/features/wishlist/api/put-off';

export function Component() {
  const [search] = useSearchParams();
  const { user } = useSession();
  // Also for those who come here signed in.
  if (user) return <Navigate to={nextPath(search)} replace />;
  return (
    <Entrance
      title="Sign in"
      lead={
        isPutOff()
          ? 'Sign in to put it on your wish list. What is in your cart comes with you.'
          : 'What is in your cart comes with you.'
      }
      footer={
        <>
          New here?{' '}
          <Button asChild variant="link">
            <Link to={`/register?${search}`}>Create an account</Link>
          </Button>
        </>
      }
    >
      <LoginForm />
    </Entrance>
  );
}
