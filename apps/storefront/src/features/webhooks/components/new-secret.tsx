import type { RefObject } from 'react';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { toast } from '~/components/toast';

interface NewSecretProps {
  secret: string;
  /** What becomes of the former one, if there is one. */
  former?: string;
  opener?: RefObject<HTMLElement | null>;
  onClose: () => void;
}

export function NewSecret({ secret, former, opener, onClose }: NewSecretProps) {
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => toast.success('The secret is copied'),
      () => toast.error('Copy it by hand: select the secret'),
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      opener={opener}
      title="Its signing secret"
      description="Copy it now: it is not shown again. Your program checks by it that a request comes from Souk."
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Done
          </Button>
          <Button onClick={() => void copy()}>Copy secret</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <code className="block rounded-md bg-sunken p-3.5 break-all select-all">{secret}</code>
        {former && <p className="text-muted">{former}</p>}
      </div>
    </Dialog>
  );
}
