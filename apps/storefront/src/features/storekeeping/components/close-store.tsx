import type { StoreDto } from '@souk/contracts/stores.dto';
import { useState } from 'react';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { ConfirmDialog } from '~/components/confirm-dialog';
import { plural } from '~/lib/format';
import { useCloseStore } from '../api/stores';

interface CloseStoreProps {
  store: StoreDto;
  onClosed: () => void;
}

/** The end of a store, kept apart from what is saved with the form. */
export function CloseStore({ store, onClosed }: CloseStoreProps) {
  const [asking, setAsking] = useState(false);
  return (
    <SectionCard
      title="Close this store"
      description="For a pause, switch “Open to buyers” off instead. Closing is for good; past orders stay readable."
    >
      <Button variant="secondary" className="self-start text-danger" onClick={() => setAsking(true)}>
        Close store
      </Button>
      <CloseStoreDialog store={store} open={asking} onOpenChange={setAsking} onClosed={onClosed} />
    </SectionCard>
  );
}

interface CloseStoreDialogProps extends CloseStoreProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function CloseStoreDialog({ store, open, onOpenChange, onClosed }: CloseStoreDialogProps) {
  const close = useCloseStore();
  return (
    <ConfirmDialog
      open={open}
      onClose={() => onOpenChange(false)}
      title={`Close ${store.name}?`}
      description={`The store and its ${plural(store.productCount, 'listed product')} leave the market for good. Orders that you have received stay, and can still be shipped. What the store has earned stays yours: you find it under Balance, and can have it paid out.`}
      confirm="Close store for good"
      action={close}
      onConfirm={() => close.mutate(store.id, { onSuccess: onClosed })}
    />
  );
}
