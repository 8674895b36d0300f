import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cn } from '~/lib/cn';
import { IconButton } from './icon-button';

interface PopoverProps {
  icon: LucideIcon;
  label: string;
  /** At the corner of the button; say what it counts in `label`. */
  count?: number;
  panelClassName?: string;
  /** Links and controls in their normal order; `close` once something was chosen. */
  children: (close: () => void) => ReactNode;
}

/**
 * A button that shows a panel below it. For links and settings in the header, where a `Menu` would bring its
 * code to every visitor. Tab walks through it; Escape, leaving it and clicking elsewhere close it.
 */
export function Popover({ icon, label, count, panelClassName, children }: PopoverProps) {
  const panelId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);

  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      box.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);

  return (
    <div ref={box} className="relative">
      <IconButton
        icon={icon}
        label={label}
        count={count}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      />
      <div
        id={panelId}
        hidden={!open}
        className={cn(
          'absolute top-full right-0 z-40 mt-1.5 min-w-52 animate-rise rounded-lg border border-line bg-surface p-1.5 shadow-float',
          panelClassName,
        )}
      >
        {open && children(close)}
      </div>
    </div>
  );
}

/** The look of a link, button or radio within a popover or a menu. */
export const menuItem =
  'flex min-h-10 w-full cursor-pointer items-center gap-3 rounded-sm px-3 text-left select-none hover:bg-sunken [&_svg]:size-4.5 [&_svg]:text-muted';
