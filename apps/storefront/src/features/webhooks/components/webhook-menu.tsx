import type { WebhookDto } from '@souk/contracts/webhooks.dto';
import { KeyRound, MoreHorizontal, Pencil, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '~/components/icon-button';
import { Menu, MenuItem, MenuSeparator } from '~/components/menu';
import { toast } from '~/components/toast';
import { useChangeWebhook } from '../api/webhooks';
import { nameOf } from '../model/words';
import { DeleteWebhookDialog } from './delete-webhook-dialog';
import { RotateSecretDialog } from './rotate-secret-dialog';
import { WebhookSheet } from './webhook-sheet';

interface WebhookMenuProps {
  webhook: WebhookDto;
  onDeleted?: () => void;
}

/** What can be done with one webhook. */
export function WebhookMenu({ webhook, onDeleted }: WebhookMenuProps) {
  const [asking, setAsking] = useState<'edit' | 'rotate' | 'delete' | null>(null);
  const change = useChangeWebhook(webhook.id);
  const name = nameOf(webhook);
  const close = () => setAsking(null);
  const turn = () =>
    change.mutate(
      { active: !webhook.active },
      {
        onSuccess: ({ active }) => toast.success(`${name} is ${active ? 'on' : 'off'}`),
        onError: (error) => toast.error(error.message),
      },
    );
  return (
    <>
      <Menu trigger={<IconButton icon={MoreHorizontal} label={`Actions for ${name}`} />}>
        <MenuItem icon={Pencil} onSelect={() => setAsking('edit')}>
          Edit
        </MenuItem>
        <MenuItem icon={Power} onSelect={turn}>
          {webhook.active ? 'Switch off' : 'Switch on'}
        </MenuItem>
        <MenuItem icon={KeyRound} onSelect={() => setAsking('rotate')}>
          New secret
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={Trash2} danger onSelect={() => setAsking('delete')}>
          Delete
        </MenuItem>
      </Menu>
      {asking === 'edit' && (
        <WebhookSheet
          webhook={webhook}
          onClose={close}
          onSave={async (input) => {
            await change.mutateAsync(input);
            toast.success('The webhook is saved');
            close();
          }}
        />
      )}
      {asking === 'rotate' && <RotateSecretDialog webhook={webhook} onClose={close} />}
      {asking === 'delete' && <DeleteWebhookDialog webhook={webhook} onClose={close} onDeleted={onDeleted} />}
    </>
  );
}
