import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { type ReactNode, type RefObject, useRef } from 'react';
import { cn } from '~/lib/cn';
import { IconButton } from './icon-button';

interface OverlayProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Read with the title, shown below it. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the primary one last; they stay in sight while the content scrolls. */
  footer?: ReactNode;
  /** What has the focus afterwards, if not what had it before: for one dialog that follows another. */
  opener?: RefObject<HTMLElement | null>;
  className?: string;
}

const scrim = 'fixed inset-0 z-40 bg-scrim data-[state=open]:animate-fade-in';

const FIRST = ':is(input, select, textarea):enabled:not([hidden]), [data-first]';

/** Asks or tells in the middle of the screen, beginning at its first field or `data-first`. For longer things use a Sheet. */
export function Dialog({ className, ...props }: OverlayProps) {
  return (
    <Overlay
      {...props}
      first={FIRST}
      className={cn(
        'inset-x-4 top-1/2 mx-auto max-h-[85dvh] max-w-md -translate-y-1/2 rounded-lg data-[state=open]:animate-fade-in',
        className,
      )}
    />
  );
}

const SIDES = {
  right: 'inset-y-0 right-0 w-full max-w-md data-[state=open]:animate-from-right sm:rounded-l-lg',
  left: 'inset-y-0 left-0 w-[85%] max-w-sm rounded-r-lg data-[state=open]:animate-from-left',
  bottom: 'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg data-[state=open]:animate-from-bottom',
} as const;

interface SheetProps extends OverlayProps {
  side?: keyof typeof SIDES;
}

/** A drawer from an edge: the cart, filters, navigation on a phone. */
export function Sheet({ side = 'right', className, ...props }: SheetProps) {
  return <Overlay {...props} className={cn(SIDES[side], className)} />;
}

/** An entry of a menu is gone with its menu; what opened that is there. */
function focusedOrTrigger(): Element | null {
  const focused = document.activeElement;
  const trigger = focused?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return trigger ? document.getElementById(trigger) : focused;
}

/** @param first selects what has the focus at the beginning; where it finds nothing, that is the button that closes */
function Overlay({ first, ...props }: OverlayProps & { first?: string }) {
  const { open, onOpenChange, title, description, children, footer, opener, className } = props;
  const before = useRef<Element | null>(null);
  // Radix gives the focus back to a trigger of its own only. What had it may be gone: a row that was removed.
  const giveFocusBack = (event: Event) => {
    event.preventDefault();
    const target = opener?.current ?? before.current;
    const isLost = !(target instanceof HTMLElement) || target === document.body || !target.isConnected;
    (isLost ? document.getElementById('main') : target)?.focus({ preventScroll: true });
  };
  const takeFocus = (event: Event) => {
    before.current = focusedOrTrigger();
    const target = first && (event.target as HTMLElement).querySelector<HTMLElement>(first);
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={scrim} />
        <Primitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={takeFocus}
          onCloseAutoFocus={giveFocusBack}
          className={cn('fixed z-50 flex flex-col bg-surface shadow-float outline-none', className)}
        >
          <div className="flex items-start justify-between gap-4 p-5 pb-3">
            <div className="flex min-w-0 flex-col gap-1">
              <Primitive.Title className="font-display text-xl font-semibold">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="text-muted">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton icon={X} label="Close" className="-mt-1.5 -mr-2" />
            </Primitive.Close>
          </div>
          {children && (
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-1 pb-5">{children}</div>
          )}
          {footer && (
            <div className="flex flex-wrap justify-end gap-3 border-t border-line p-5 max-sm:*:grow">
              {footer}
            </div>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
