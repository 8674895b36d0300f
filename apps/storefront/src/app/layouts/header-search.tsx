import { LIMITS } from '@souk/contracts';
import type { SuggestedProduct, Suggestions } from '@souk/contracts/suggestions.dto';
import { useQuery } from '@tanstack/react-query';
import { type LucideIcon, Store as StoreIcon, Tag } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Picture } from '~/components/picture';
import { Price } from '~/components/price';
import { SearchBox, type Suggestion } from '~/components/search-box';
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
  const { data } = useQuery({
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
      suggestions={typed && data ? suggestionsOf(data) : []}
      onChoose={(path) => {
        setTerm(initial);
        void navigate(path);
      }}
    />
  );
}

/** Each by the path that it leads to. */
const suggestionsOf = ({ products, categories, stores }: Suggestions): Suggestion[] => [
  ...products.map((product) => ({
    id: `/products/${product.id}`,
    content: <SuggestedGoods product={product} />,
  })),
  ...categories.map(({ slug, name }) => ({
    id: `/products?category=${slug}`,
    content: <Place icon={Tag} name={name} kind="Category" />,
  })),
  ...stores.map(({ id, name }) => ({
    id: `/stores/${id}`,
    content: <Place icon={StoreIcon} name={name} kind="Store" />,
  })),
];

function SuggestedGoods({ product }: { product: SuggestedProduct }) {
  return (
    <span className="flex items-center gap-3">
      <Picture image={product.image} alt="" sizes="40px" className="w-10 shrink-0 rounded-sm" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium">{product.name}</span>
        <span className="truncate text-sm text-muted">{product.store.name}</span>
      </span>
      <Price amount={product.price} currency={product.currency} className="shrink-0" />
    </span>
  );
}

function Place({ icon: Icon, name, kind }: { icon: LucideIcon; name: string; kind: string }) {
  return (
    <span className="flex items-center gap-3">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-sm bg-sunken text-muted">
        <Icon aria-hidden className="size-5" strokeWidth={1.5} />
      </span>
      <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
      <span className="shrink-0 text-sm text-muted">{kind}</span>
    </span>
  );
}
