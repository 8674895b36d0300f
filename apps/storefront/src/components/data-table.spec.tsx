import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type DataColumn, DataTable } from './data-table';

interface Item {
  id: number;
  name: string;
  stock: number;
}

const ITEMS: Item[] = [
  { id: 1, name: 'Mug', stock: 12 },
  { id: 2, name: 'Bowl', stock: 3 },
  { id: 3, name: 'Vase', stock: 100 },
];

const COLUMNS: DataColumn<Item>[] = [
  { id: 'name', header: 'Name', cell: (item) => item.name, sortBy: (item) => item.name },
  { id: 'stock', header: 'Stock', cell: (item) => item.stock, sortBy: (item) => item.stock, align: 'end' },
  { id: 'edit', header: 'Edit', cell: () => 'edit' },
];

const base = {
  label: 'Products',
  rows: ITEMS,
  columns: COLUMNS,
  rowId: (item: Item) => String(item.id),
  rowLabel: (item: Item) => item.name,
  empty: <p>No products yet</p>,
};

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(
      (row) =>
        within(row)
          .getAllByRole('cell')
          .find((cell) => /^[A-Z]/.test(cell.textContent ?? ''))?.textContent,
    );
const header = (name: string) => screen.getByRole('columnheader', { name });

it('sorts by a column, numbers as numbers, and turns round', async () => {
  const user = userEvent.setup();
  render(<DataTable {...base} />);
  expect(names()).toEqual(['Mug', 'Bowl', 'Vase']);

  await user.click(within(header('Stock')).getByRole('button'));
  expect(names()).toEqual(['Bowl', 'Mug', 'Vase']);
  expect(header('Stock')).toHaveAttribute('aria-sort', 'ascending');

  await user.click(within(header('Stock')).getByRole('button'));
  expect(names()).toEqual(['Vase', 'Mug', 'Bowl']);
  expect(header('Stock')).toHaveAttribute('aria-sort', 'descending');
  expect(header('Name')).toHaveAttribute('aria-sort', 'none');
});

it('leaves sorting to the server when it is asked to', async () => {
  const user = userEvent.setup();
  const onSortChange = jest.fn();
  render(<DataTable {...base} sort="stock" onSortChange={onSortChange} />);
  expect(names()).toEqual(['Mug', 'Bowl', 'Vase']);
  await user.click(within(header('Stock')).getByRole('button'));
  expect(onSortChange).toHaveBeenCalledWith('-stock');
});

it('has no button on columns that cannot be sorted', () => {
  render(<DataTable {...base} />);
  expect(within(header('Edit')).queryByRole('button')).toBeNull();
});

it('hands the selected rows to the bulk bar until they are cleared', async () => {
  const user = userEvent.setup();
  render(
    <DataTable
      {...base}
      bulkActions={(selected) => <p>Of {selected.map(({ name }) => name).join('+')}</p>}
    />,
  );
  const all = screen.getByRole('checkbox', { name: 'Select all' });

  await user.click(screen.getByRole('checkbox', { name: 'Select Bowl' }));
  expect(screen.getByText('Of Bowl')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('1 row selected');
  expect(all).toBePartiallyChecked();

  await user.click(all);
  expect(screen.getByText('Of Mug+Bowl+Vase')).toBeVisible();
  expect(all).toBeChecked();

  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(screen.queryByRole('region', { name: 'Selected rows' })).toBeNull();
  expect(all).not.toBeChecked();
});

it('drops rows from the selection that are gone', async () => {
  const user = userEvent.setup();
  const bulkActions = (selected: Item[]) => <p>Of {selected.length}</p>;
  const { rerender } = render(<DataTable {...base} bulkActions={bulkActions} />);
  await user.click(screen.getByRole('checkbox', { name: 'Select Bowl' }));
  rerender(<DataTable {...base} rows={ITEMS.filter(({ id }) => id !== 2)} bulkActions={bulkActions} />);
  expect(screen.queryByRole('region', { name: 'Selected rows' })).toBeNull();
});

it('tells loading from empty', () => {
  const { rerender } = render(<DataTable {...base} rows={undefined} />);
  expect(screen.getByRole('table', { name: 'Products' })).toHaveAttribute('aria-busy', 'true');
  rerender(<DataTable {...base} rows={[]} />);
  expect(screen.getByText('No products yet')).toBeVisible();
});
