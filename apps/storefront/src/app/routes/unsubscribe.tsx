import { useMailedToken } from '~/features/auth/components/mailed-token';
import { Unsubscribing } from '~/features/notifications/components/unsubscribing';

export function Component() {
  return <Unsubscribing token={useMailedToken()} />;
}
