import type { ProductDto } from '@souk/contracts/products.dto';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { FieldError } from '~/components/field';
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
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete ${product.name}?`}
      description="It leaves the shop and every cart for good. Orders that have it stay as they are. To pause it, hide it instead."
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            Keep it
          </Button>
          <Button
            variant="danger"
            loading={remove.isPending}
            onClick={() => remove.mutate(product.id, { onSuccess: onDeleted })}
          >
            Delete product
          </Button>
        </>
      }
    >
      {remove.error && <FieldError id="delete-product-error">{remove.error.message}</FieldError>}
    </Dialog>
  );
}
