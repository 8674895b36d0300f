import type { AdminCategoryDto } from '@souk/contracts/categories.dto';
import { useQuery } from '@tanstack/react-query';
import { ListTree } from 'lucide-react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { adminCategoriesQuery } from '~/features/admin/api/categories';
import { AdminNav } from '~/features/admin/components/admin-nav';
import { CategoryBranches, type CategoryAct } from '~/features/admin/components/category-branches';
import { AddCategory, RenameCategory } from '~/features/admin/components/category-naming';
import { MoveCategory, RemoveCategory } from '~/features/admin/components/category-placing';

export function Component() {
  const { data, error, refetch } = useQuery(adminCategoriesQuery);
  const [asked, setAsked] = useState<{ act: CategoryAct; category?: AdminCategoryDto }>();
  const add = <Button onClick={() => setAsked({ act: 'add' })}>Add category</Button>;
  return (
    <Page
      title="Categories"
      area="Admin"
      lead="Where buyers look and vendors list. Counts include hidden products."
      above={<AdminNav />}
      actions={data && data.length > 0 && add}
    >
      {data ? (
        data.length > 0 ? (
          <CategoryBranches
            label="Categories"
            categories={data}
            onAct={(act, category) => setAsked({ act, category })}
          />
        ) : (
          <EmptyState icon={ListTree} title="No categories yet" action={add}>
            Vendors choose one for each product; imports add what their files name.
          </EmptyState>
        )
      ) : error ? (
        <ErrorState error={error} title="The categories could not be loaded" onRetry={() => void refetch()} />
      ) : (
        <Waiting />
      )}
      {data && asked && <Asked {...asked} tree={data} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}

interface AskedProps {
  act: CategoryAct;
  category?: AdminCategoryDto;
  tree: readonly AdminCategoryDto[];
  onClose: () => void;
}

function Asked({ act, category, tree, onClose }: AskedProps) {
  if (act === 'add' || !category)
    return <AddCategory tree={tree} parentId={category?.id ?? null} onClose={onClose} />;
  if (act === 'rename') return <RenameCategory category={category} onClose={onClose} />;
  const Placing = act === 'move' ? MoveCategory : RemoveCategory;
  return <Placing category={category} tree={tree} onClose={onClose} />;
}

const Waiting = () => (
  <Loading label="Loading categories" className="flex flex-col gap-3">
    {Array.from({ length: 8 }, (_, row) => (
      <Skeleton key={row} className="h-10" />
    ))}
  </Loading>
);
