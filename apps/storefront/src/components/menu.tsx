import { type LucideIcon } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cn } from '~/lib/cn';

interface MenuProps {
  /** A single button. */
  trigger: ReactNode;
  align?: 'start' | 'end';
  children: ReactNode;
}

export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 min-w-52 animate-rise rounded-lg border border-line bg-surface p-1.5 shadow-float"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const item =
  'flex min-h-10 cursor-pointer items-center gap-3 rounded-sm px-3 outline-none select-none data-disabled:opacity-50 data-highlighted:bg-sunken [&_svg]:size-4.5 [&_svg]:text-muted';

interface MenuItemProps {
  icon?: LucideIcon;
  /** Leads somewhere; else give `onSelect`. */
  to?: string;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem({ icon: Icon, to, onSelect, danger, disabled, children }: MenuItemProps) {
  const content = (
    <>
      {Icon && <Icon aria-hidden strokeWidth={1.75} />}
      {children}
    </>
  );
  return (
    <Primitive.Item
      asChild={to !== undefined}
      onSelect={onSelect}
      disabled={disabled}
      className={cn(item, danger && 'text-danger [&_svg]:text-danger')}
    >
      {to === undefined ? content : <Link to={to}>{content}</Link>}
    </Primitive.Item>
  );
}

export const MenuSeparator = () => <Primitive.Separator className="mx-1.5 my-1.5 h-px bg-line" />;
