import type { OrderDto } from '@souk/contracts/orders.dto';
import { RotateCcw } from 'lucide-react';
import { Button } from '~/components/button';
import { useReorder } from '../api/reorder';

interface ReorderButtonProps {
  order: OrderDto;
  size?: 'sm' | 'md';
}

export function ReorderButton({ order, size }: ReorderButtonProps) {
  const { mutate, isPending } = useReorder();
  return (
    <Button
      variant="secondary"
      size={size}
      loading={isPending}
      onClick={() => mutate(order.id)}
      aria-label={`Buy again: order ${order.number}`}
    >
      <RotateCcw aria-hidden />
      Buy again
    </Button>
  );
}
