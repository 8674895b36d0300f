import { cn } from '~/lib/cn';

const FEW = 5;

/** The plain number while it matters; never more urgent than it is. */
export function StockLine({ stock, digital }: { stock: number; digital: boolean }) {
  const [text, dot] =
    stock === 0
      ? ['Sold out', 'bg-line-strong']
      : stock <= FEW
        ? [`Only ${stock} left`, 'bg-accent']
        : [digital ? 'Available at once' : 'In stock', 'bg-success'];
  return (
    <p role="status" className="flex items-center gap-2 text-muted">
      <span aria-hidden className={cn('size-2 shrink-0 rounded-full', dot)} />
      {text}
    </p>
  );
}
