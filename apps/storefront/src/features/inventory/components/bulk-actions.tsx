import type { ProductDto } from '@souk/contracts/products.dto';
import { Button } from '~/components/button';
import { announce } from '~/components/live-region';
import { Progress } from '~/components/progress';
import { toast } from '~/components/toast';
import { useBulk } from '~/lib/bulk';
import { plural } from '~/lib/format';
import { setProductActive, useRefreshProducts } from '../api/products';

interface BulkActionsProps {
  selected: ProductDto[];
  clear: () => void;
}

/** Activates or hides what is selected, and tells how far it has come. */
export function BulkActions({ selected, clear }: BulkActionsProps) {
  const refresh = useRefreshProducts();
  const { run, start, reset } = useBulk<ProductDto>();
  const busy = run !== null;

  const turn = async (isActive: boolean) => {
    const changing = selected.filter((product) => product.isActive !== isActive);
    const { done, failures } = await start(changing, ({ id }) => setProductActive(id, isActive));
    await refresh();
    reset();
    clear();
    const outcome = `${plural(done - failures.length, 'product')} ${isActive ? 'activated' : 'hidden'}`;
    announce(outcome);
    if (failures.length === 0) return toast.success(outcome);
    toast.error(`${plural(failures.length, 'product')} could not be changed`, {
      description: failures.map(({ row }) => row.name).join(', '),
    });
  };

  if (busy) {
    return (
      <div className="flex min-w-52 items-center gap-3 text-sm">
        <Progress label="Changing products" share={run.total === 0 ? null : run.done / run.total} />
        <span className="whitespace-nowrap tabular-nums">
          {run.done} of {run.total}
        </span>
      </div>
    );
  }
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        disabled={selected.every(({ isActive }) => isActive)}
        onClick={() => void turn(true)}
      >
        Activate
      </Button>
      <Button
        variant="secondary"
        size="sm"
        disabled={selected.every(({ isActive }) => !isActive)}
        onClick={() => void turn(false)}
      >
        Hide
      </Button>
    </>
  );
}
