import type { ReactNode } from 'react';
import { cn } from '~/lib/cn';

/** The document's title; React moves it into the head. */
export const PageTitle = ({ children }: { children: string }) => <title>{`${children} · Souk`}</title>;

interface PageProps {
  /** Heading and document title. */
  title: string;
  /** The part of Souk that the page belongs to, where the title alone could be another page's. */
  area?: string;
  /** One sentence below the heading. */
  lead?: ReactNode;
  /** Above the heading, such as breadcrumbs. */
  above?: ReactNode;
  /** At the right of the heading: the one primary action of the page. */
  actions?: ReactNode;
  /** Forms and texts read better in a narrow column. */
  narrow?: boolean;
  children?: ReactNode;
}

/** A page with one heading in the page's gutter. Pages with their own opening use `PageTitle` and the `page` class. */
export function Page({ title, area, lead, above, actions, narrow, children }: PageProps) {
  return (
    <div className={cn('page flex flex-col gap-6 py-6 sm:py-10', narrow && 'max-w-3xl')}>
      <PageTitle>{area ? `${title} · ${area}` : title}</PageTitle>
      <div className="flex flex-col gap-3">
        {above}
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
          <div className="flex max-w-prose min-w-0 flex-col gap-1.5">
            <h1 className="font-display text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
            {lead && <p className="text-lg text-muted">{lead}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
        </div>
      </div>
      {children}
    </div>
  );
}
