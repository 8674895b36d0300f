import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { EmptyState } from '~/components/states';
import { categoriesQuery } from '../api/categories';
import type { ActiveFilter } from '../filter-labels';
import { type ProductFilters, withFilters } from '../filters';

/** Above products that were searched by other words than those typed. */
export function Corrected({ asked, meant }: { asked: string; meant: string }) {
  return (
    <p className="text-muted">
      No product has “{asked}”. These have{' '}
      <SearchLink words={meant}>
        <strong>{meant}</strong>
      </SearchLink>
      .
    </p>
  );
}

interface NoResultsProps {
  search: string | undefined;
  active: readonly ActiveFilter[];
  onChange: (change: Partial<ProductFilters>) => void;
  onClear: () => void;
}

const CATEGORIES = 6;

/** Ways on from an empty list: one filter less, one word less, or the fullest categories. */
export function NoResults({ search, active, onChange, onClear }: NoResultsProps) {
  const { data: tree = [] } = useQuery(categoriesQuery);
  const fullest = tree.toSorted((a, b) => b.productCount - a.productCount).slice(0, CATEGORIES);
  const words = search?.split(/\s+/) ?? [];
  return (
    <EmptyState
      icon={SearchX}
      title="No product matches all of this"
      action={
        <Button variant="secondary" onClick={onClear}>
          Clear all filters
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        {active.length > 1 && (
          <Offers title="Take one away:">
            {active.map(({ label, without }) => (
              <li key={label}>
                <Button variant="link" className="font-normal" onClick={() => onChange(without)}>
                  {label}
                </Button>
              </li>
            ))}
          </Offers>
        )}
        {words.length > 1 && (
          <Offers title="Search for less:">
            {words.map((word, index) => (
              <li key={index}>
                <SearchLink words={words.filter((_, other) => other !== index).join(' ')} />
              </li>
            ))}
          </Offers>
        )}
        <Offers title="Or look around in:">
          {fullest.map(({ id, name, slug }) => (
            <li key={id}>
              <Link className={link} to={`/products?category=${slug}`}>
                {name}
              </Link>
            </li>
          ))}
        </Offers>
      </div>
    </EmptyState>
  );
}

const link = 'text-action underline underline-offset-4';

function Offers({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-center gap-x-3 gap-y-1">
      <span>{title}</span>
      <ul className="contents">{children}</ul>
    </div>
  );
}

/** The same filters with other words. */
function SearchLink({ words, children = `“${words}”` }: { words: string; children?: ReactNode }) {
  const [params] = useSearchParams();
  return (
    <Link className={link} to={{ search: withFilters(params, { search: words }).toString() }}>
      {children}
    </Link>
  );
}
