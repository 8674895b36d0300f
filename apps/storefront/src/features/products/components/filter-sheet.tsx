import type { ReactNode } from 'react';
import { Button } from '~/components/button';
import { Sheet } from '~/components/dialog';

interface FilterSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Absent while nothing is chosen. */
  onClear?: () => void;
  /** What closing leads to: "Show 12 products". */
  closing: string;
  children: ReactNode;
}

/** The filters on a phone. Its code comes when it is opened for the first time. */
export default function FilterSheet({ open, onOpenChange, onClear, closing, children }: FilterSheetProps) {
  return (
    <Sheet
      side="right"
      open={open}
      onOpenChange={onOpenChange}
      title="Filters"
      footer={
        <>
          {onClear && (
            <Button variant="ghost" onClick={onClear}>
              Clear all
            </Button>
          )}
          <Button className="flex-1" onClick={() => onOpenChange(false)}>
            {closing}
          </Button>
        </>
      }
    >
      {children}
    </Sheet>
  );
}
