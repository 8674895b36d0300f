import { EmailConfirmation } from '~/features/auth/components/email-confirmation';
import { useMailedToken } from '~/features/auth/components/mailed-token';

export function Component() {
  return <EmailConfirmation token={useMailedToken()} />;
}
