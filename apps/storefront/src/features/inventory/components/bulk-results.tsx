import { CircleCheck, CircleX } from 'lucide-react';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { plural } from '~/lib/format';
import type { BulkOutcome } from '../model/bulk-change';

interface BulkResultsProps {
  /** Null while there is nothing to tell. */
  outcomes: BulkOutcome[] | null;
  onClose: () => void;
}

/** What became of each product of a bulk edit. */
export function BulkResults({ outcomes, onClose }: BulkResultsProps) {
  const refused = outcomes?.filter(({ ok }) => !ok).length ?? 0;
  const changed = (outcomes?.length ?? 0) - refused;
  return (
    <Dialog
      open={outcomes !== null}
      onOpenChange={onClose}
      title={`${plural(changed, 'product')} changed`}
      description={
        refused > 0
          ? `${plural(refused, 'product')} could not be changed; the reasons stand first.`
          : 'All that you had selected.'
      }
      footer={<Button onClick={onClose}>Done</Button>}
      className="max-w-xl"
    >
      <ul aria-label="Results" className="flex flex-col divide-y divide-line">
        {outcomes?.map(({ id, name, ok, text }) => (
          <li key={id} className="flex gap-3 py-2.5">
            {ok ? (
              <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-success" />
            ) : (
              <CircleX aria-hidden className="mt-0.5 size-5 shrink-0 text-danger" />
            )}
            <p className="flex min-w-0 flex-1 flex-col">
              <span className="font-medium wrap-anywhere">
                <span className="sr-only">{ok ? 'Changed: ' : 'Not changed: '}</span>
                {name}
              </span>
              <span className={ok ? 'text-sm text-muted tabular-nums' : 'text-sm text-danger'}>{text}</span>
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
