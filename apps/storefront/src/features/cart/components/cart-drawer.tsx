import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Sheet } from '~/components/dialog';
import { cartQuery } from '../api/cart';

interface CartDrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export default function CartDrawer({ open, onOpenChange }: CartDrawerProps) {
  const { data: cart } = useQuery(cartQuery);
  const close = () => onOpenChange(false);
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title="Your cart"
      footer={
        <Button asChild onClick={close}>
          <Link to="/cart">View cart</Link>
        </Button>
      }
    >
      {cart?.items.map((item) => (
        <p key={item.id}>{item.product.name}</p>
      ))}
    </Sheet>
  );
}
