import { useMailedToken } from '~/features/auth/components/mailed-token';
import { ResetPassword } from '~/features/auth/components/reset-password';

export function Component() {
  return <ResetPassword token={useMailedToken()} />;
}
