import type { ImportDto } from '@souk/contracts/imports.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { useQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Select } from '~/components/input';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { ExportButton } from '~/features/imports/components/export-button';
import { ImportForm } from '~/features/imports/components/import-form';
import { ImportHistory } from '~/features/imports/components/import-history';
import { ImportNow } from '~/features/imports/components/import-now';
import { ImportReport } from '~/features/imports/components/import-report';
import { myStoresQuery } from '~/features/stores/api/my-stores';
import { useChosenStore } from './chosen-store';

const LEAD = 'Bring a catalogue along from Shopify, or from Souk itself, and take yours out again.';

export function Component() {
  const chosen = useChosenStore();
  const { data: stores, error, refetch } = useQuery(myStoresQuery);
  const store = stores?.find(({ id }) => id === chosen) ?? stores?.[0];
  return (
    <Page
      title="Import"
      lead={LEAD}
      actions={store && <ExportButton key={store.id} storeId={store.id} slug={store.slug} />}
    >
      {error ? (
        <ErrorState error={error} title="Your stores could not be loaded" onRetry={() => void refetch()} />
      ) : !stores ? (
        <Loading label="Loading imports" className="flex flex-col gap-6">
          <Skeleton className="h-80 rounded-lg" />
          <Skeleton className="h-48 rounded-lg" />
        </Loading>
      ) : store ? (
        <ImportDesk key={store.id} store={store} stores={stores} />
      ) : (
        <EmptyState
          icon={Store}
          title="Open a store first"
          action={
            <Button asChild>
              <Link to="/stores/create">Open a store</Link>
            </Button>
          }
        >
          Imported products need a store to stand in.
        </EmptyState>
      )}
    </Page>
  );
}

function ImportDesk({ store, stores }: { store: StoreDto; stores: readonly StoreDto[] }) {
  const [params, setParams] = useSearchParams();
  const [file, setFile] = useState<File | null>(null);
  const open = Number(params.get('import')) || null;
  const change = useCallback(
    (name: string, value: string | null) =>
      setParams((now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        if (name === 'store') now.delete('import');
        return now;
      }),
    [setParams],
  );
  const show = useCallback((id: number) => change('import', String(id)), [change]);
  const started = ({ id, dryRun }: ImportDto) => {
    show(id);
    if (!dryRun) setFile(null);
  };

  return (
    <div className="flex flex-col gap-6">
      {stores.length > 1 && (
        <Field label="Store" className="max-w-sm">
          <Select value={store.id} onChange={(event) => change('store', event.target.value)}>
            {stores.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {open && (
        <ImportReport
          storeId={store.id}
          importId={open}
          onClose={() => change('import', null)}
          next={<ImportNow storeId={store.id} file={file} onStarted={started} />}
        />
      )}
      <ImportForm
        storeId={store.id}
        storeName={store.name}
        file={file}
        onFile={setFile}
        onStarted={started}
      />
      <ImportHistory key={store.id} storeId={store.id} onOpen={show} />
    </div>
  );
}
