import type { ReactNode } from 'react';

/** One kind of filter under its name. */
export function FilterGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 border-t border-line pt-5 first:border-0 first:pt-0">
      <legend className="float-left mb-1 w-full font-medium">{title}</legend>
      {children}
    </fieldset>
  );
}
