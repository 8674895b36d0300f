import type { CategoryDto } from '@souk/contracts/categories.dto';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Near } from '~/components/near';
import { Picture } from '~/components/picture';
import { Loading, Skeleton } from '~/components/skeleton';
import { cn } from '~/lib/cn';
import { plural } from '~/lib/format';
import { categoriesQuery } from '../api/categories';
import { productRowQuery } from '../api/product-list';

const SHOWN = 8;
/** On a phone one row that scrolls sideways, out to the edges of the screen. */
const grid =
  'no-scrollbar -mx-4 -my-1 flex gap-4 overflow-x-auto px-4 py-1 sm:m-0 sm:grid sm:grid-cols-4 sm:gap-x-6 sm:gap-y-6 sm:overflow-visible sm:p-0 xl:grid-cols-8 xl:gap-x-4';
const tile = 'flex w-28 shrink-0 flex-col gap-2 sm:w-auto sm:min-w-0';

/** The top categories that have something in them, each with a picture of its best-selling product. */
export function CategoryTiles() {
  const { data, isPending } = useQuery(categoriesQuery);
  const filled = data?.filter(({ productCount }) => productCount > 0).slice(0, SHOWN) ?? [];
  if (!isPending && filled.length === 0) return null;
  return (
    <section aria-label="Browse by category" className="flex flex-col gap-5">
      <h2 className="font-display text-xl font-semibold sm:text-2xl">Browse by category</h2>
      {isPending ? (
        <Loading label="Loading categories" className={grid}>
          {Array.from({ length: SHOWN }, (_, index) => (
            <div key={index} className={tile}>
              <Skeleton className="aspect-square h-auto rounded-lg" />
              <Skeleton className="w-2/3" />
              <Skeleton className="h-3.5 w-1/2" />
            </div>
          ))}
        </Loading>
      ) : (
        <ul className={grid}>
          {filled.map((category) => (
            <CategoryTile key={category.id} category={category} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CategoryTile({ category: { name, slug, productCount } }: { category: CategoryDto }) {
  return (
    <li className={cn('group relative', tile)}>
      <Near placeholder={<Skeleton className="aspect-square h-auto rounded-lg" />}>
        <BestOf slug={slug} />
      </Near>
      <div className="flex flex-col">
        <Link
          to={`/products?category=${slug}`}
          className="leading-snug font-medium underline-offset-4 outline-none group-hover:underline after:absolute after:-inset-1 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-action"
        >
          {name}
        </Link>
        <span className="text-sm text-muted">{plural(productCount, 'product')}</span>
      </div>
    </li>
  );
}

function BestOf({ slug }: { slug: string }) {
  const { data } = useQuery(productRowQuery({ category: [slug], sort: 'popular' }, 1));
  return (
    <Picture
      image={data?.[0]?.images[0] ?? null}
      alt=""
      sizes="(width >= 80rem) 140px, (width >= 40rem) 23vw, 112px"
      className="aspect-square"
    />
  );
}
