import type { ReactNode } from 'react';
import { Card } from '~/components/card';
import { PageTitle } from '~/components/page';

interface EntranceProps {
  title: string;
  lead: string;
  /** The form. */
  children: ReactNode;
  /** Leads to the other door. */
  footer: ReactNode;
}

/** The page of signing in and of registering. */
export function Entrance({ title, lead, children, footer }: EntranceProps) {
  return (
    <div className="page flex flex-col items-center gap-6 py-8 sm:py-14">
      <PageTitle>{title}</PageTitle>
      <Card className="flex w-full max-w-md flex-col gap-6 sm:p-8">
        <div className="flex flex-col gap-1.5">
          <h1 className="font-display text-2xl font-semibold tracking-tight">{title}</h1>
          <p className="text-muted">{lead}</p>
        </div>
        {children}
      </Card>
      <p className="text-muted">{footer}</p>
    </div>
  );
}
