import { useSearchParams } from 'react-router';
import { ResetPassword } from '~/features/auth/components/reset-password';

export function Component() {
  const [search] = useSearchParams();
  return <ResetPassword token={search.get('token') ?? ''} />;
}
