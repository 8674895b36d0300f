import type { WebhookDto } from '@souk/contracts/webhooks.dto';
import { useState } from 'react';
import { ConfirmDialog } from '~/components/confirm-dialog';
import { useRotateSecret } from '../api/webhooks';
import { nameOf } from '../model/words';
import { NewSecret } from './new-secret';

const FORMER = 'For 24 hours every request is signed with the former secret too.';

interface RotateSecretDialogProps {
  webhook: WebhookDto;
  onClose: () => void;
}

/** Asks, then shows the new secret, this once. */
export function RotateSecretDialog({ webhook, onClose }: RotateSecretDialogProps) {
  const rotate = useRotateSecret(webhook.id);
  const [secret, setSecret] = useState<string | null>(null);
  if (secret) return <NewSecret secret={secret} former={FORMER} onClose={onClose} />;
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`New secret for ${nameOf(webhook)}?`}
      description={`${FORMER} Give your program the new one before they are over.`}
      confirm="Make new secret"
      cancel="Keep the secret"
      harmless
      action={rotate}
      onConfirm={() => rotate.mutate(undefined, { onSuccess: (made) => setSecret(made.secret) })}
    />
  );
}
