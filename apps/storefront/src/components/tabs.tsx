import { Tabs as Primitive } from 'radix-ui';
import { useEffect, useRef, type ReactNode } from 'react';

interface Tab {
  value: string;
  label: string;
  /** Shown beside the label, for lists. */
  count?: number;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  /** Keep it in the URL when the tab is a place that one comes back to. */
  value: string;
  onChange: (value: string) => void;
}

export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (list.current) showActive(list.current);
  }, [value]);
  return (
    <Primitive.Root value={value} onValueChange={onChange} className="flex flex-col gap-6">
      <Primitive.List
        ref={list}
        aria-label={label}
        className="no-scrollbar relative flex gap-6 overflow-x-auto border-b border-line"
      >
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px flex h-11 shrink-0 items-center gap-2 border-b-2 border-transparent font-medium text-muted transition-colors -outline-offset-2! hover:text-ink data-[state=active]:border-action data-[state=active]:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-sm text-muted tabular-nums">{tab.count}</span>}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value}>
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}

/** On a phone the chosen tab may stand beyond the edge. Moves the list alone, never the page. */
function showActive(list: HTMLElement): void {
  const tab = list.querySelector<HTMLElement>('[data-state=active]');
  if (tab) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
}
