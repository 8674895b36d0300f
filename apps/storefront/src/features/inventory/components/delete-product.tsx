import type { ProductDto } from '@souk/contracts/products.dto';
import { ConfirmDialog } from '~/components/confirm-dialog';
import { useDeleteProduct } from '../api/products';

interface DeleteProductDialogProps {
  product: ProductDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted: () => void;
}

export function DeleteProductDialog({ product, open, onOpenChange, onDeleted }: DeleteProductDialogProps) {
  const remove = useDeleteProduct();
  return (
    <ConfirmDialog
      open={open}
      onClose={() => onOpenChange(false)}
      title={`Delete ${product.name}?`}
      description="It leaves the shop and every cart for good. Orders that have it stay as they are. To pause it, hide it instead."
      confirm="Delete product"
      action={remove}
      onConfirm={() => remove.mutate(product.id, { onSuccess: onDeleted })}
    />
  );
}
