import type { SessionDto } from '@souk/contracts/sessions.dto';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { FieldError } from '~/components/field';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { formatDate, formatDateTime, plural } from '~/lib/format';
import { devicesQuery, useSignOutDevice } from '../api/devices';

/** Where the user is signed in; every other device can be signed out from here. */
export function DevicesSection() {
  const { data, error, refetch } = useQuery(devicesQuery);
  const signOut = useSignOutDevice();
  const list = useRef<HTMLUListElement>(null);
  const end = ({ id, device }: SessionDto) =>
    signOut.mutate(id, {
      onSuccess: () => {
        toast.success(`${device} is signed out`);
        // The button goes with its row.
        list.current?.focus();
      },
    });
  const more = data ? data.total - data.items.length : 0;
  return (
    <SectionCard title="Devices" description="Where you are signed in. Sign out what you do not know.">
      {error && !data && (
        <ErrorState
          error={error}
          title="Your devices could not be loaded"
          onRetry={() => void refetch()}
          className="py-6"
        />
      )}
      {!error && !data && (
        <Loading label="Loading devices" className="flex flex-col gap-3">
          <Skeleton className="w-1/2" />
          <Skeleton className="w-1/3" />
        </Loading>
      )}
      {data && (
        <ul ref={list} tabIndex={-1} aria-label="Devices" className="flex flex-col divide-y divide-line">
          {data.items.map((session) => (
            <DeviceRow
              key={session.id}
              session={session}
              ending={signOut.isPending && signOut.variables === session.id}
              onEnd={() => end(session)}
            />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="text-muted">And {plural(more, 'more')}. Signing out everywhere ends them all.</p>
      )}
      {signOut.error && <FieldError id="device-error">{signOut.error.message}</FieldError>}
    </SectionCard>
  );
}

interface DeviceRowProps {
  session: SessionDto;
  ending: boolean;
  onEnd: () => void;
}

function DeviceRow({ session, ending, onEnd }: DeviceRowProps) {
  const { device, current, createdAt, lastUsedAt } = session;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="flex min-w-0 flex-col">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
          {device}
          {current && <Badge tone="success">This device</Badge>}
        </p>
        <p className="text-sm text-muted">
          Last used{' '}
          <time dateTime={lastUsedAt} title={formatDateTime(lastUsedAt)}>
            {formatDate(lastUsedAt)}
          </time>
          {' · '}signed in{' '}
          <time dateTime={createdAt} title={formatDateTime(createdAt)}>
            {formatDate(createdAt)}
          </time>
        </p>
      </div>
      {!current && (
        <Button
          variant="secondary"
          size="sm"
          loading={ending}
          aria-label={`Sign out ${device}`}
          onClick={onEnd}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
