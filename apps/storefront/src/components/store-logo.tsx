import { cn } from '~/lib/cn';

interface StoreLogoProps {
  /** Of a store or a person; its initials stand in for a missing picture. */
  name: string;
  src?: string | null;
  size?: 'sm' | 'md' | 'lg';
  className?: string;
}

const SIZES = { sm: 'size-9 text-sm', md: 'size-12 text-lg', lg: 'size-20 text-2xl' };
const TINTS = [
  'bg-action-soft text-action',
  'bg-accent-soft text-accent-ink',
  'bg-success-soft text-success',
];

/** Decorative: the name stands beside it. */
export function StoreLogo({ name, src, size = 'md', className }: StoreLogoProps) {
  const shape = cn('shrink-0 overflow-hidden rounded-full', SIZES[size], className);
  if (src)
    return (
      <img src={src} alt="" width={96} height={96} loading="lazy" className={cn(shape, 'object-cover')} />
    );
  const tint = TINTS[(name.charCodeAt(0) + name.length) % TINTS.length];
  return (
    <span
      aria-hidden
      className={cn('inline-flex items-center justify-center font-display font-semibold', shape, tint)}
    >
      {initials(name)}
    </span>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0].toUpperCase() ?? [])
    .slice(0, 2)
    .join('');
