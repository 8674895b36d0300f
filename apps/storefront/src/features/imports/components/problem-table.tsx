import type { ImportProblem } from '@souk/contracts/imports.dto';
import { Download, Search, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { type DataColumn, DataTable } from '~/components/data-table';
import { Field } from '~/components/field';
import { Input, Select } from '~/components/input';
import { LoadMore } from '~/components/load-more';
import { EmptyState } from '~/components/states';
import { saveFile } from '~/lib/save-file';
import { problemsCsv } from '../model/problems-csv';

/** `index` tells problems of the same line and column apart. */
type Row = ImportProblem & { index: number };

const COLUMNS: readonly DataColumn<Row>[] = [
  {
    id: 'line',
    header: 'Line',
    sortBy: ({ line }) => line,
    cell: ({ line }) => <span className="tabular-nums">{line}</span>,
  },
  {
    id: 'field',
    header: 'Column',
    wideOnly: true,
    sortBy: ({ field }) => field ?? '',
    cell: ({ field, line }) =>
      field ?? <span className="text-muted">{line === 1 ? 'Whole file' : 'Whole row'}</span>,
  },
  {
    id: 'message',
    header: 'Problem',
    cell: ({ field, message }) => (
      <span className="block min-w-32">
        {field && <span className="block text-sm text-muted md:hidden">{field}</span>}
        {message}
      </span>
    ),
  },
];

const STEP = 25;

interface ProblemTableProps {
  /** Of the import. */
  fileName: string;
  problems: readonly ImportProblem[];
}

/** What could not be taken, row by row. */
export function ProblemTable({ fileName, problems }: ProblemTableProps) {
  const [words, setWords] = useState('');
  const [column, setColumn] = useState('');
  const [shown, setShown] = useState(STEP);
  const columns = [...new Set(problems.flatMap(({ field }) => field ?? []))].sort();
  const wanted = words.trim().toLowerCase();
  const fitting = problems
    .map((problem, index) => ({ ...problem, index }))
    .filter(
      ({ line, field, message }) =>
        (column === '' || field === column) &&
        (wanted === '' || String(line) === wanted || message.toLowerCase().includes(wanted)),
    );
  const save = () => {
    const content = new Blob([problemsCsv(problems)], { type: 'text/csv;charset=utf-8' });
    saveFile(content, `problems of ${fileName.replace(/\.csv$/i, '')}.csv`);
  };
  return (
    <div className="flex flex-col gap-3">
      <search className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_14rem_auto]">
        <Field label="Search the problems" hideLabel>
          <Input
            type="search"
            before={<Search />}
            placeholder="Line or words of the problem"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <Field label="Column" hideLabel>
          <Select value={column} onChange={(event) => setColumn(event.target.value)}>
            <option value="">All columns</option>
            {columns.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
        <Button variant="secondary" onClick={save}>
          <Download aria-hidden />
          Download
          <span className="sr-only"> all problems</span>
        </Button>
      </search>
      <DataTable<Row>
        label="Problems"
        rows={fitting.slice(0, shown)}
        columns={COLUMNS}
        rowId={({ index }) => String(index)}
        rowLabel={({ line }) => `line ${line}`}
        empty={<EmptyState icon={SearchX} title="No problem fits these filters" />}
      />
      {fitting.length > 0 && (
        <LoadMore
          noun="problem"
          shown={Math.min(shown, fitting.length)}
          total={fitting.length}
          hasMore={shown < fitting.length}
          loading={false}
          onMore={() => setShown(shown + STEP)}
        />
      )}
    </div>
  );
}
