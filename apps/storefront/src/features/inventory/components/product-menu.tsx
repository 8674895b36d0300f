import type { ProductDto } from '@souk/contracts/products.dto';
import { Copy, ExternalLink, Eye, EyeOff, History, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { IconButton } from '~/components/icon-button';
import { Menu, MenuItem, MenuSeparator } from '~/components/menu';
import { toast } from '~/components/toast';
import { useDuplicateProduct, useSetProductActive } from '../api/products';
import { DeleteProductDialog } from './delete-product';
import { StockHistory } from './stock-history';

/** What can be done with one row. */
export function ProductMenu({ product }: { product: ProductDto }) {
  const [deleting, setDeleting] = useState(false);
  const [showingStock, setShowingStock] = useState(false);
  const setActive = useSetProductActive();
  const duplicate = useDuplicateProduct();
  const navigate = useNavigate();
  const copy = () =>
    duplicate.mutate(product.id, {
      onSuccess: ({ id, name }) =>
        toast.success(`${name} is a draft now`, {
          action: { label: 'Edit', onClick: () => void navigate(`/products/${id}/edit`) },
        }),
      onError: (error) => toast.error(error.message),
    });
  const turn = () =>
    setActive.mutate(
      { id: product.id, isActive: !product.isActive },
      {
        onSuccess: ({ name, isActive }) => toast.success(`${name} is ${isActive ? 'active' : 'hidden'}`),
        onError: (error) => toast.error(error.message),
      },
    );
  return (
    <>
      <Menu trigger={<IconButton icon={MoreHorizontal} label={`Actions for ${product.name}`} />}>
        <MenuItem icon={Pencil} to={`/products/${product.id}/edit`}>
          Edit
        </MenuItem>
        <MenuItem icon={ExternalLink} to={`/products/${product.id}`}>
          View in the shop
        </MenuItem>
        <MenuItem
          icon={product.isActive ? EyeOff : Eye}
          onSelect={turn}
          disabled={product.status === 'suspended'}
        >
          {product.isActive ? 'Hide from buyers' : 'Activate'}
        </MenuItem>
        <MenuItem icon={Copy} onSelect={copy}>
          Duplicate
        </MenuItem>
        <MenuItem icon={History} onSelect={() => setShowingStock(true)}>
          Stock history
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={Trash2} danger onSelect={() => setDeleting(true)}>
          Delete
        </MenuItem>
      </Menu>
      <StockHistory product={product} open={showingStock} onOpenChange={setShowingStock} />
      <DeleteProductDialog
        product={product}
        open={deleting}
        onOpenChange={setDeleting}
        onDeleted={() => {
          setDeleting(false);
          toast.success(`${product.name} is deleted`);
        }}
      />
    </>
  );
}
