import { useCallback, useState } from 'react';

export interface BulkFailure<Row> {
  row: Row;
  error: unknown;
}

export interface BulkRun<Row> {
  total: number;
  done: number;
  failures: BulkFailure<Row>[];
  finished: boolean;
}

/** Does one thing to many rows, one request after the other: where the API has no operation for many. */
export function useBulk<Row>() {
  const [run, setRun] = useState<BulkRun<Row> | null>(null);

  const start = useCallback(
    async (rows: readonly Row[], act: (row: Row) => Promise<unknown>): Promise<BulkRun<Row>> => {
      let now: BulkRun<Row> = { total: rows.length, done: 0, failures: [], finished: false };
      setRun(now);
      for (const row of rows) {
        const failure = await act(row).then(
          () => null,
          (error: unknown) => ({ row, error }),
        );
        now = {
          ...now,
          done: now.done + 1,
          failures: failure ? [...now.failures, failure] : now.failures,
        };
        setRun(now);
      }
      now = { ...now, finished: true };
      setRun(now);
      return now;
    },
    [],
  );

  return { run, start, reset: useCallback(() => setRun(null), []) };
}
