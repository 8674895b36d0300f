import {
  type ColumnDef,
  type RowSelectionState,
  type SortingState,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import { cn } from '~/lib/cn';
import { plural } from '~/lib/format';
import { Button } from './button';
import { Checkbox } from './choice';
import { SortHeader } from './sort-header';
import { Skeleton } from './skeleton';

export interface DataColumn<Row> {
  /** Stands in `sort` too. */
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable. Where the server sorts, only its presence counts. */
  sortBy?: (row: Row) => string | number;
  /** Figures and actions stand at the right. */
  align?: 'end';
  /** Left out on phones. */
  wideOnly?: boolean;
}

interface DataTableProps<Row> {
  /** Read out as the table's name: "Products". */
  label: string;
  /** Undefined while loading. */
  rows: readonly Row[] | undefined;
  /** Define outside the component, or memoise. */
  columns: readonly DataColumn<Row>[];
  rowId: (row: Row) => string;
  /** What a row is called, for its checkbox: the product's name. */
  rowLabel: (row: Row) => string;
  /** `price` or `-price`, as the API takes it. */
  sort?: string;
  /** Given when the server sorts; else the rows at hand are sorted. */
  onSortChange?: (sort: string | undefined) => void;
  /** Buttons for the selected rows. Without it there are no checkboxes. */
  bulkActions?: (selected: Row[], clear: () => void) => ReactNode;
  /** Shown when there are no rows: an EmptyState. */
  empty: ReactNode;
}

const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, text: sortFn_text },
});

const SKELETON_ROWS = ['w-3/4', 'w-1/2', 'w-2/3', 'w-3/5', 'w-1/2'];

export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowId, rowLabel, sort, onSortChange, bulkActions, empty } = props;
  const [localSort, setLocalSort] = useState(sort);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const activeSort = onSortChange ? sort : localSort;
  const data = useMemo(() => [...(rows ?? [])], [rows]);
  const definitions = useMemo(() => columns.map((column) => define(column)), [columns]);
  const sorting = toSorting(activeSort);

  const table = useTable({
    features,
    data,
    columns: definitions,
    getRowId: rowId,
    manualSorting: onSortChange !== undefined,
    enableMultiSort: false,
    state: { sorting, rowSelection },
    onSortingChange: (update) => {
      const next = toSort(typeof update === 'function' ? update(sorting) : update);
      (onSortChange ?? setLocalSort)(next);
    },
    onRowSelectionChange: setRowSelection,
  });

  if (rows?.length === 0) return empty;
  const visible = table.getRowModel().rows;
  const selected = table.getSelectedRowModel().rows.map((row) => row.original);
  const clear = () => setRowSelection({});
  return (
    <div className="flex flex-col">
      <div className="overflow-x-auto rounded-lg border border-line bg-surface lg:overflow-x-visible">
        <table className="w-full border-separate border-spacing-0 text-left" aria-busy={rows === undefined}>
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr>
              {bulkActions && (
                <th className={cn(headCell, 'w-12 first:rounded-tl-lg')}>
                  <Checkbox
                    aria-label="Select all"
                    checked={selected.length > 0 && table.getIsAllRowsSelected()}
                    indeterminate={selected.length > 0 && !table.getIsAllRowsSelected()}
                    onChange={(event) => table.toggleAllRowsSelected(event.target.checked)}
                  />
                </th>
              )}
              {columns.map((column) => (
                <SortHeader
                  key={column.id}
                  label={column.header}
                  sorted={column.sortBy ? table.getColumn(column.id)?.getIsSorted() : undefined}
                  onSort={() => table.getColumn(column.id)?.toggleSorting()}
                  align={column.align}
                  className={cn(headCell, cellLook(column), 'first:rounded-tl-lg last:rounded-tr-lg')}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows === undefined &&
              SKELETON_ROWS.map((width, index) => (
                <tr key={index}>
                  {bulkActions && <td className={bodyCell} />}
                  {columns.map((column) => (
                    <td key={column.id} className={cn(bodyCell, cellLook(column))}>
                      <Skeleton className={cn(width, column.align === 'end' && 'ml-auto')} />
                    </td>
                  ))}
                </tr>
              ))}
            {visible.map((row) => (
              <tr
                key={row.id}
                className="group transition-colors hover:bg-sunken/50 has-checked:bg-action-soft/60"
              >
                {bulkActions && (
                  <td className={bodyCell}>
                    <Checkbox
                      aria-label={`Select ${rowLabel(row.original)}`}
                      checked={row.getIsSelected()}
                      onChange={(event) => row.toggleSelected(event.target.checked)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.id} className={cn(bodyCell, cellLook(column))}>
                    {column.cell(row.original)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {bulkActions && selected.length > 0 && (
        <div
          role="region"
          aria-label="Selected rows"
          className="sticky bottom-4 z-20 mt-4 flex animate-rise flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-2.5 pl-5 shadow-float"
        >
          <p role="status" className="font-medium tabular-nums">
            {plural(selected.length, 'row')} selected
          </p>
          <div className="flex flex-wrap gap-2">
            {bulkActions(selected, clear)}
            <Button variant="ghost" size="sm" onClick={clear}>
              Clear
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

const headCell =
  'sticky top-0 z-10 h-11 border-b border-line bg-surface px-2.5 text-sm font-medium whitespace-nowrap text-muted sm:px-4';
const bodyCell = 'h-14 border-b border-line px-2.5 py-2.5 align-middle sm:px-4 group-last:border-b-0';

const cellLook = ({ align, wideOnly }: Pick<DataColumn<never>, 'align' | 'wideOnly'>) =>
  cn(align === 'end' && 'text-right tabular-nums', wideOnly && 'hidden md:table-cell');

function define<Row extends object>({
  id,
  header,
  sortBy,
}: DataColumn<Row>): ColumnDef<typeof features, Row> {
  return {
    id,
    header,
    accessorFn: (row) => sortBy?.(row),
    enableSorting: sortBy !== undefined,
    sortDescFirst: false,
  };
}

function toSorting(sort: string | undefined): SortingState {
  if (!sort) return [];
  return sort.startsWith('-') ? [{ id: sort.slice(1), desc: true }] : [{ id: sort, desc: false }];
}

function toSort([first]: SortingState): string | undefined {
  return first && `${first.desc ? '-' : ''}${first.id}`;
}
