import { type DragEvent, useRef, useState } from 'react';
import { announce } from '~/components/live-region';
import type { UploadProgress } from '../api/save-product';
import type { GalleryItem } from '../model/product-values';
import { GalleryRow } from './gallery-row';

interface GalleryListProps {
  items: readonly GalleryItem[];
  onChange: (items: GalleryItem[]) => void;
  progress: UploadProgress | null;
}

/** The pictures in their order, which is changed by dragging or with the buttons of each. */
export function GalleryList({ items, onChange, progress }: GalleryListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);

  const move = (key: string, to: number) => {
    const item = items.find((each) => each.key === key);
    if (item) onChange(items.filter((each) => each !== item).toSpliced(to, 0, item));
  };
  const moveAndSay = (key: string, to: number) => {
    move(key, to);
    announce(`Picture ${to + 1} of ${items.length}`);
  };
  const dragProps = (key: string, index: number) => ({
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      setDragged(key);
    },
    onDragOver: (event: DragEvent) => {
      if (!dragged) return;
      event.preventDefault();
      if (dragged !== key) move(dragged, index);
    },
    onDrop: (event: DragEvent) => dragged && event.preventDefault(),
    onDragEnd: () => setDragged(null),
  });

  return (
    <ol ref={list} tabIndex={-1} aria-label="Pictures" className="flex flex-col gap-3">
      {items.map((item, index) => (
        <GalleryRow
          key={item.key}
          item={item}
          index={index}
          count={items.length}
          isDragged={dragged === item.key}
          dragProps={dragProps(item.key, index)}
          uploaded={progress?.key === item.key ? progress.share : null}
          onMove={(to) => moveAndSay(item.key, to)}
          onAlt={(alt) => onChange(items.map((each) => (each === item ? { ...item, alt } : each)))}
          onRemove={() => {
            onChange(items.filter((each) => each !== item));
            list.current?.focus();
            announce('Picture removed');
          }}
        />
      ))}
    </ol>
  );
}
