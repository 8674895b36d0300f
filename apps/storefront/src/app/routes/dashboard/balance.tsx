import type { StoreBalanceDto } from '@souk/contracts/ledger.dto';
import { useQuery } from '@tanstack/react-query';
import { Store } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Select } from '~/components/input';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { Tabs } from '~/components/tabs';
import { useSession } from '~/features/auth/api/session';
import { balanceQuery, storeBalancesQuery } from '~/features/balance/api/balance';
import { BalanceFigures } from '~/features/balance/components/balance-figures';
import { EarningsTrend } from '~/features/balance/components/earnings-trend';
import { EntryList } from '~/features/balance/components/entry-list';
import { NextPayout } from '~/features/balance/components/next-payout';
import { PayoutList } from '~/features/balance/components/payout-list';
import { StatementList } from '~/features/balance/components/statement-list';
import { useChosenStore } from './chosen-store';

const LEAD = 'What you have earned, what the marketplace keeps, and what is paid out to you.';

export function Component() {
  const chosen = useChosenStore();
  const { data: stores, error, refetch } = useQuery(storeBalancesQuery);
  const store =
    stores?.find(({ id }) => id === chosen) ?? stores?.find(({ closed }) => !closed) ?? stores?.[0];
  return (
    <Page title="Balance" lead={LEAD}>
      {error ? (
        <ErrorState error={error} title="Your stores could not be loaded" onRetry={() => void refetch()} />
      ) : !stores ? (
        <BalanceSkeleton />
      ) : store ? (
        <>
          {(stores.length > 1 || store.closed) && <StoreField store={store} stores={stores} />}
          <BalanceDesk key={store.id} store={store} />
        </>
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
          Each store has a balance of its own.
        </EmptyState>
      )}
    </Page>
  );
}

/** Every store is paid on its own. */
function StoreField({ store, stores }: { store: StoreBalanceDto; stores: readonly StoreBalanceDto[] }) {
  const set = useSetParam();
  return (
    <Field
      label="Store"
      hint={store.closed && 'Closed. What it has earned stays yours.'}
      className="max-w-sm"
    >
      <Select value={store.id} onChange={({ target }) => set('store', target.value)}>
        {stores.map(({ id, name, closed }) => (
          <option key={id} value={id}>
            {closed ? `${name} (closed)` : name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function BalanceDesk({ store: { id, slug } }: { store: StoreBalanceDto }) {
  const { user } = useSession();
  const { data: balance, error, refetch } = useQuery(balanceQuery(id));
  const [params] = useSearchParams();
  const set = useSetParam();
  if (error && !balance)
    return (
      <ErrorState error={error} title="The balance could not be loaded" onRetry={() => void refetch()} />
    );
  if (!balance) return <BalanceSkeleton />;
  const tabs = [
    { value: 'entries', label: 'Entries', content: <EntryList storeId={id} currency={balance.currency} /> },
    { value: 'statements', label: 'Statements', content: <StatementList storeId={id} slug={slug} /> },
    { value: 'payouts', label: 'Payouts', content: <PayoutList storeId={id} /> },
  ];
  const shown = tabs.find(({ value }) => value === params.get('show'))?.value ?? 'entries';
  return (
    <>
      <BalanceFigures balance={balance} />
      <NextPayout storeId={id} balance={balance} username={user?.username ?? ''} />
      <EarningsTrend storeId={id} />
      <Tabs
        label="What moved the balance"
        tabs={tabs}
        value={shown}
        onChange={(value) => set('show', value)}
      />
    </>
  );
}

function useSetParam() {
  const [, setParams] = useSearchParams();
  return (name: string, value: string) =>
    setParams(
      (now) => {
        now.set(name, value);
        return now;
      },
      { preventScrollReset: true },
    );
}

const BalanceSkeleton = () => (
  <Loading label="Loading the balance" className="flex flex-col gap-6">
    <div className="grid grid-cols-1 gap-4 min-[26rem]:grid-cols-2 xl:grid-cols-4">
      <Skeleton className="h-32 rounded-lg" />
      <Skeleton className="h-32 rounded-lg" />
      <Skeleton className="h-32 rounded-lg" />
      <Skeleton className="h-32 rounded-lg" />
    </div>
    <Skeleton className="h-44 rounded-lg" />
    <Skeleton className="h-108 rounded-lg" />
  </Loading>
);
