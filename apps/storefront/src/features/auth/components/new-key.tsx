import type { RefObject } from 'react';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { toast } from '~/components/toast';

interface NewKeyProps {
  opener: RefObject<HTMLElement | null>;
  secret: string;
  onClose: () => void;
}

export function NewKey({ opener, secret, onClose }: NewKeyProps) {
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => toast.success('The key is copied'),
      () => toast.error('Copy it by hand: select the key'),
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      opener={opener}
      title="Your new key"
      description="Copy it now: it is not shown again. Who has it can use it, so keep it like a password."
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Done
          </Button>
          <Button onClick={() => void copy()}>Copy key</Button>
        </>
      }
    >
      <code className="block rounded-md bg-sunken p-3.5 break-all select-all">{secret}</code>
    </Dialog>
  );
}
