import { useSearchParams } from 'react-router';
import { EmailConfirmation } from '~/features/auth/components/email-confirmation';

export function Component() {
  const [search] = useSearchParams();
  return <EmailConfirmation token={search.get('token') ?? ''} />;
}
