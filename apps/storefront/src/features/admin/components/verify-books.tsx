import type { LedgerVerification } from '@souk/contracts/ledger.dto';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { ErrorState } from '~/components/states';
import { formatMoney, plural } from '~/lib/format';
import { verificationQuery } from '../api/ledger';

/** Holds the books against orders and payments when it is asked to. */
export function VerifyBooks() {
  const { data, error, isFetching, refetch } = useQuery(verificationQuery);
  return (
    <SectionCard
      title="Books"
      description="For every order, what was paid and not refunded must belong to stores, marketplace and state."
      actions={
        <Button variant="secondary" loading={isFetching} onClick={() => void refetch()}>
          Check the books
        </Button>
      }
    >
      <div role="status" className="empty:absolute">
        {data && <Result verification={data} />}
      </div>
      {error && <ErrorState error={error} title="The books could not be checked" />}
    </SectionCard>
  );
}

function Result({ verification }: { verification: LedgerVerification }) {
  const { correct, problems, problemCount, currency, ...sums } = verification;
  const money = (amount: string) => formatMoney(amount, currency);
  return (
    <div className="flex flex-col gap-3">
      <p className="flex gap-2 font-medium">
        {correct ? (
          <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-success" />
        ) : (
          <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-danger" />
        )}
        {correct ? 'Everything adds up.' : `The books do not add up: ${plural(problemCount, 'problem')}.`}
      </p>
      <p className="text-muted tabular-nums">
        {money(sums.captured)} paid − {money(sums.refunded)} refunded = {money(sums.vendors)} for stores +{' '}
        {money(sums.commission)} commission + {money(sums.tax)} tax. {money(sums.paidOut)} of it was paid out.
      </p>
      {problems.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {problems.map(({ subject, id, number, message }) => (
            <li key={`${subject} ${id} ${message}`}>
              {subject === 'order' ? (
                <Link to={`/orders/${id}`} className="font-medium underline underline-offset-2">
                  Order {number ?? id}
                </Link>
              ) : (
                <span className="font-medium first-letter:uppercase">{`${subject} ${id}`}</span>
              )}
              : {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
