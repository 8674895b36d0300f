import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { Select } from '~/components/input';
import { myStoresQuery } from '../api/my-stores';

/** Which store the dashboard speaks of: `?store=3` in the URL, all of them without. */
export function StoreSwitcher() {
  const [search, setSearch] = useSearchParams();
  const { data: stores = [] } = useQuery(myStoresQuery);
  if (stores.length < 2) return null;
  return (
    <Select
      aria-label="Store"
      value={search.get('store') ?? ''}
      onChange={(event) => {
        const { value } = event.target;
        setSearch((now) => {
          if (value) now.set('store', value);
          else now.delete('store');
          return now;
        });
      }}
    >
      <option value="">All stores</option>
      {stores.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
