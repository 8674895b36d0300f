import { type ReactNode, useEffect, useRef } from 'react';
import { Card } from '~/components/card';
import { PageTitle } from '~/components/page';

interface EntranceProps {
  title: string;
  lead: string;
  /** The form. */
  children: ReactNode;
  /** Leads to the other door. */
  footer?: ReactNode;
}

/** The page of signing in, of registering, and of getting back in. */
export function Entrance({ title, lead, children, footer }: EntranceProps) {
  return (
    <div className="page flex flex-col items-center gap-6 py-8 sm:py-14">
      <PageTitle>{title}</PageTitle>
      <Card className="flex w-full max-w-md flex-col gap-6 sm:p-8">
        <div className="flex flex-col gap-1.5">
          <h1 className={HEADING}>{title}</h1>
          <p className="text-muted">{lead}</p>
        </div>
        {children}
      </Card>
      {footer && <p className="text-muted">{footer}</p>}
    </div>
  );
}

/** What came of the form, in its place; takes the focus, which was in the form. */
export function EntranceNews({ title, children }: Pick<EntranceProps, 'title' | 'children'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="page flex flex-col items-center py-8 sm:py-14">
      <PageTitle>{title}</PageTitle>
      <Card className="flex w-full max-w-md flex-col items-start gap-5 sm:p-8">
        <h1 ref={heading} tabIndex={-1} className={`${HEADING} outline-none`}>
          {title}
        </h1>
        {children}
      </Card>
    </div>
  );
}

const HEADING = 'font-display text-2xl font-semibold tracking-tight';
