import type { StoreDto } from '@souk/contracts/stores.dto';
import { Eye, EyeOff, MoreHorizontal, Package, Pencil, Store, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { IconButton } from '~/components/icon-button';
import { Menu, MenuItem, MenuSeparator } from '~/components/menu';
import { Rating } from '~/components/rating';
import { StoreLogo } from '~/components/store-logo';
import { toast } from '~/components/toast';
import { formatMoney, plural } from '~/lib/format';
import { useSetStoreActive } from '../api/stores';
import { CloseStoreDialog } from './close-store';

/** One of the vendor's own stores, with what can be done with it. */
export function OwnStoreCard({ store }: { store: StoreDto }) {
  const [closing, setClosing] = useState(false);
  return (
    <article className="flex min-w-0 flex-col gap-4 rounded-lg border border-line bg-surface p-5">
      <div className="flex items-start gap-4">
        <StoreLogo name={store.name} src={store.logo} />
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <h2 className="font-display text-xl leading-tight font-semibold">
            <Link to={`/stores/${store.id}/edit`} className="underline-offset-4 hover:underline">
              {store.name}
            </Link>
          </h2>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <Badge tone={store.isActive ? 'success' : 'neutral'}>{store.isActive ? 'Open' : 'Hidden'}</Badge>
            <span>{plural(store.productCount, 'listed product')}</span>
          </p>
        </div>
        <StoreMenu store={store} onClose={() => setClosing(true)} />
      </div>
      <p className="line-clamp-2 text-muted">{store.description}</p>
      <div className="mt-auto flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          <Rating value={store.averageRating} count={store.reviewCount} compact />
          <span>{shipping(store)}</span>
        </p>
        <Button asChild variant="secondary" size="sm">
          <Link to={`/dashboard/products?store=${store.id}`}>Products</Link>
        </Button>
      </div>
      <CloseStoreDialog
        store={store}
        open={closing}
        onOpenChange={setClosing}
        onClosed={() => {
          setClosing(false);
          toast.success(`${store.name} is closed`);
        }}
      />
    </article>
  );
}

function StoreMenu({ store, onClose }: { store: StoreDto; onClose: () => void }) {
  const setActive = useSetStoreActive();
  const turn = () =>
    setActive.mutate(
      { id: store.id, isActive: !store.isActive },
      {
        onSuccess: ({ name, isActive }) =>
          toast.success(`${name} is ${isActive ? 'open to buyers' : 'hidden'}`),
        onError: (error) => toast.error(error.message),
      },
    );
  return (
    <Menu
      trigger={
        <IconButton icon={MoreHorizontal} label={`Actions for ${store.name}`} className="-mt-1 -mr-2" />
      }
    >
      <MenuItem icon={Pencil} to={`/stores/${store.id}/edit`}>
        Edit
      </MenuItem>
      <MenuItem icon={Store} to={`/stores/${store.id}`}>
        View in the shop
      </MenuItem>
      <MenuItem icon={Package} to={`/products/create?store=${store.id}`}>
        Add a product
      </MenuItem>
      <MenuItem icon={store.isActive ? EyeOff : Eye} onSelect={turn}>
        {store.isActive ? 'Hide from buyers' : 'Open to buyers'}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={onClose}>
        Close store
      </MenuItem>
    </Menu>
  );
}

function shipping({ shippingFee, freeShippingOver }: StoreDto): string {
  if (Number(shippingFee) === 0) return 'Free shipping';
  const fee = `Shipping ${formatMoney(shippingFee)}`;
  return freeShippingOver ? `${fee}, free from ${formatMoney(freeShippingOver)}` : fee;
}
