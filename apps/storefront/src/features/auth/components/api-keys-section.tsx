import type { ApiKeyScope, UserType } from '@souk/contracts';
import type { ApiKeyDto } from '@souk/contracts/api-keys.dto';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { formatDate, formatDay } from '~/lib/format';
import { keysQuery } from '../api/keys';
import { ApiKeyDialog } from './api-key-dialog';
import { RevokeKeyDialog } from './revoke-key-dialog';

const SCOPE_WORDS: Record<ApiKeyScope, string> = {
  read: 'Read',
  products: 'Products',
  orders: 'Orders',
  reviews: 'Reviews',
  webhooks: 'Webhooks',
};

/** Ways in for the user's own programs. */
export function ApiKeysSection({ userType }: { userType: UserType }) {
  const { data, error, refetch } = useQuery(keysQuery);
  const [creating, setCreating] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const [revoking, setRevoking] = useState<ApiKeyDto | null>(null);
  return (
    <SectionCard
      title="API keys"
      description="Let a program of yours in, without your password."
      actions={
        <Button ref={opener} variant="secondary" size="sm" onClick={() => setCreating(true)}>
          New key
        </Button>
      }
    >
      {error && !data && (
        <ErrorState
          error={error}
          title="Your keys could not be loaded"
          onRetry={() => void refetch()}
          className="py-6"
        />
      )}
      {!error && !data && (
        <Loading label="Loading keys">
          <Skeleton className="w-1/2" />
        </Loading>
      )}
      {data?.items.length === 0 && <p className="text-muted">No program has a key of yours.</p>}
      {data && data.items.length > 0 && (
        <ul aria-label="API keys" className="flex flex-col divide-y divide-line">
          {data.items.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} onRevoke={() => setRevoking(apiKey)} />
          ))}
        </ul>
      )}
      <p className="text-muted">
        Programs can also be told what happens:{' '}
        <Link
          to={userType === 'vendor' ? '/dashboard/webhooks' : '/webhooks'}
          className="text-action underline underline-offset-4"
        >
          webhooks
        </Link>
        .
      </p>
      {creating && <ApiKeyDialog userType={userType} opener={opener} onClose={() => setCreating(false)} />}
      {revoking && <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </SectionCard>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKeyDto; onRevoke: () => void }) {
  const { name, prefix, scopes, lastUsedAt, createdAt } = apiKey;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium wrap-anywhere">{name}</span>
          <code className="text-sm text-muted">{prefix}…</code>
        </p>
        <p className="flex flex-wrap gap-1.5">
          {scopes.map((scope) => (
            <Badge key={scope}>{SCOPE_WORDS[scope]}</Badge>
          ))}
        </p>
        <p className="text-sm text-muted">
          {lastUsedAt ? `Last used ${formatDate(lastUsedAt)}` : 'Never used'} · made {formatDay(createdAt)}
        </p>
      </div>
      <Button
        variant="secondary"
        size="sm"
        className="text-danger"
        aria-label={`Revoke ${name}`}
        onClick={onRevoke}
      >
        Revoke
      </Button>
    </li>
  );
}
