import { CircleAlert, CircleCheck } from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { plural } from '~/lib/format';

export interface BulkOutcome {
  /** In the order of the table. */
  rows: {
    id: number;
    name: string;
    /** Why it was refused; null when it was not. */ problem: string | null;
  }[];
  /** As in "3 products activated". */
  done: string;
}

/** What became of each product, the refused ones first. Opens only where something was refused. */
export function BulkReport({
  outcome: { rows, done },
  onClose,
}: {
  outcome: BulkOutcome;
  onClose: () => void;
}) {
  const refused = rows.filter(({ problem }) => problem !== null);
  const changed = rows.filter(({ problem }) => problem === null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${plural(refused.length, 'product')} could not be changed`}
      description={
        changed.length > 0 ? `${plural(changed.length, 'product')} ${done}.` : 'Nothing was changed.'
      }
      footer={<Button onClick={onClose}>Done</Button>}
      className="max-w-xl"
    >
      <ul aria-label="Results" className="flex flex-col">
        {[...refused, ...changed].map(({ id, name, problem }) => (
          <li key={id} className="flex gap-3 border-b border-line py-2.5 last:border-b-0">
            {problem ? (
              <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
            ) : (
              <CircleCheck aria-hidden className="mt-0.5 size-4.5 shrink-0 text-success" />
            )}
            <div className="flex min-w-0 flex-col">
              <Link
                to={`/products/${id}/edit`}
                className="font-medium wrap-anywhere underline-offset-4 hover:underline"
              >
                {name}
              </Link>
              <span className="text-sm text-muted first-letter:uppercase">{problem ?? `Is ${done}.`}</span>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
