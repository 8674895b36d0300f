import { useQuery } from '@tanstack/react-query';
import { PackageOpen } from 'lucide-react';
import { Navigate, useSearchParams } from 'react-router';
import { useTileActions } from '~/app/tile-actions';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Page } from '~/components/page';
import { EmptyState } from '~/components/states';
import { categoriesQuery } from '~/features/products/api/categories';
import { productRowQuery } from '~/features/products/api/product-list';
import { categoryPath, currentSlug } from '~/features/products/category-path';
import { ProductBrowser } from '~/features/products/components/product-browser';
import { ProductRow } from '~/features/products/components/product-row';
import type { TileActions } from '~/features/products/components/product-tile';
import { Subcategories } from '~/features/products/components/subcategories';
import { useProductFilters, withFilters } from '~/features/products/filters';

export function Component() {
  const { filters } = useProductFilters();
  const { data: tree = [] } = useQuery(categoriesQuery);
  const [params] = useSearchParams();
  const actions = useTileActions();
  // A link from before a category was renamed.
  const slugs = filters.category?.map((slug) => currentSlug(tree, slug));
  if (String(slugs) !== String(filters.category))
    return <Navigate replace to={`/products?${withFilters(params, { category: slugs })}`} />;

  const path = filters.category?.length === 1 ? categoryPath(tree, filters.category[0]) : [];
  const category = path.at(-1);
  const title = filters.search ? `Results for “${filters.search}”` : (category?.name ?? 'All products');
  return (
    <Page
      title={title}
      above={
        path.length > 0 && (
          <Breadcrumbs
            items={[
              { label: 'All products', to: '/products' },
              ...path.map(({ name, slug }) => ({
                label: name,
                to: category?.slug === slug && !filters.search ? undefined : `/products?category=${slug}`,
              })),
            ]}
          />
        )
      }
    >
      {category && <Subcategories category={category} />}
      <ProductBrowser
        actions={actions}
        empty={
          <EmptyState icon={PackageOpen} title="Nothing is for sale yet">
            Products appear here as soon as the first store offers them.
          </EmptyState>
        }
        otherwise={<Popular actions={actions} />}
      />
    </Page>
  );
}

function Popular({ actions }: { actions: TileActions }) {
  const popular = useQuery(productRowQuery({ sort: 'popular' }, 4));
  return <ProductRow title="Popular in the market" query={popular} count={4} actions={actions} />;
}
