import type { CategoryDto } from '@souk/contracts/categories.dto';
import { flatCategories } from '~/lib/categories';

/** What a select for a product's category offers. */
export function CategoryOptions({ categories }: { categories: readonly CategoryDto[] }) {
  return (
    <>
      <option value="">None</option>
      {flatCategories(categories).map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </>
  );
}
