import { LIMITS } from '@souk/contracts';
import type { ProductDto } from '@souk/contracts/products.dto';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Picture } from '~/components/picture';
import { Price } from '~/components/price';
import { SearchBox } from '~/components/search-box';
import { suggestionsQuery } from '~/features/products/api/suggestions';
import { useSettled } from '~/lib/delay';

/** Starts anew with what the list of products shows, so that Back restores the words too. */
export function HeaderSearch() {
  const { pathname, search } = useLocation();
  const shown = pathname === '/products' ? (new URLSearchParams(search).get('search') ?? '') : '';
  return <ProductSearch key={shown} initial={shown} />;
}

function ProductSearch({ initial }: { initial: string }) {
  const navigate = useNavigate();
  const [term, setTerm] = useState(initial);
  const settled = useSettled(term.trim().slice(0, LIMITS.search.max), 150);
  const { data = [] } = useQuery({
    ...suggestionsQuery(settled),
    enabled: settled !== initial && settled.length > 1,
  });
  const typed = term.trim().length > 1 && term !== initial;
  return (
    <SearchBox
      label="Search products"
      placeholder="Search for anything"
      value={term}
      onChange={setTerm}
      onSearch={(search) =>
        void navigate(search ? `/products?${new URLSearchParams({ search })}` : '/products')
      }
      suggestions={
        typed
          ? data.map((product) => ({ id: String(product.id), content: <Suggested product={product} /> }))
          : []
      }
      onChoose={(id) => {
        setTerm(initial);
        void navigate(`/products/${id}`);
      }}
    />
  );
}

function Suggested({ product }: { product: ProductDto }) {
  return (
    <span className="flex items-center gap-3">
      <Picture image={product.images[0] ?? null} alt="" sizes="40px" className="w-10 shrink-0 rounded-sm" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium">{product.name}</span>
        <span className="truncate text-sm text-muted">{product.store.name}</span>
      </span>
      <Price amount={product.price} currency={product.currency} className="shrink-0" />
    </span>
  );
}
