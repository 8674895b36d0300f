import { LIMITS } from '@souk/contracts';
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import { Badge } from '~/components/badge';
import { Field } from '~/components/field';
import { IconButton } from '~/components/icon-button';
import { Input } from '~/components/input';
import { Picture } from '~/components/picture';
import { Progress } from '~/components/progress';
import { cn } from '~/lib/cn';
import { useObjectUrl } from '~/lib/object-url';
import type { GalleryItem } from '../model/product-values';

interface GalleryRowProps {
  item: GalleryItem;
  index: number;
  count: number;
  isDragged: boolean;
  dragProps: Pick<ComponentProps<'li'>, 'onDragStart' | 'onDragOver' | 'onDrop' | 'onDragEnd'>;
  /** 0 to 1 while it is on its way. */
  uploaded: number | null;
  onMove: (to: number) => void;
  onAlt: (alt: string) => void;
  onRemove: () => void;
}

export function GalleryRow(props: GalleryRowProps) {
  const { item, index, count, isDragged, dragProps, uploaded, onMove, onAlt, onRemove } = props;
  const chosen = useObjectUrl(item.file);
  const image = chosen ? { url: chosen, srcset: '', alt: '', width: 800, height: 1000 } : item.saved;
  const name = `picture ${index + 1}`;
  const buttons = useRef<HTMLDivElement>(null);
  const move = (to: number, pressed: HTMLButtonElement) => {
    onMove(to);
    // A row that is moved in the page loses the focus, and so does a button that has come to the end.
    requestAnimationFrame(() =>
      (pressed.disabled
        ? buttons.current?.querySelector<HTMLButtonElement>('button:enabled')
        : pressed
      )?.focus(),
    );
  };
  return (
    <li
      draggable
      {...dragProps}
      className={cn(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line bg-surface p-2 sm:flex-nowrap',
        isDragged && 'border-action bg-action-soft',
      )}
    >
      <GripVertical aria-hidden className="size-5 shrink-0 cursor-grab text-muted touch:hidden" />
      <div className="relative w-16 shrink-0">
        <Picture image={image} alt={item.alt} sizes="64px" className="rounded-sm" />
        {uploaded !== null && (
          <div className="absolute inset-x-1 bottom-1">
            <Progress label={`Upload of ${name}`} share={uploaded} className="h-1.5" />
          </div>
        )}
      </div>
      <div className="order-last w-full min-w-0 sm:order-none sm:flex-1">
        <Field label={`What ${name} shows`} hint="For those who cannot see it.">
          {/* A draggable ancestor would take the pointer away from selecting text. */}
          <Input
            value={item.alt}
            maxLength={LIMITS.imageAlt.max}
            onChange={(event) => onAlt(event.target.value)}
            draggable
            onDragStart={(event) => {
              event.preventDefault();
              event.stopPropagation();
            }}
          />
        </Field>
      </div>
      <div ref={buttons} className="ml-auto flex items-center">
        {index === 0 && (
          <Badge tone="action" className="mr-1">
            First
          </Badge>
        )}
        <IconButton
          icon={ArrowUp}
          label={`Move ${name} up`}
          disabled={index === 0}
          onClick={({ currentTarget }) => move(index - 1, currentTarget)}
        />
        <IconButton
          icon={ArrowDown}
          label={`Move ${name} down`}
          disabled={index === count - 1}
          onClick={({ currentTarget }) => move(index + 1, currentTarget)}
        />
        <IconButton icon={Trash2} label={`Remove ${name}`} className="text-danger" onClick={onRemove} />
      </div>
    </li>
  );
}
