import { useMutation } from '@tanstack/react-query';
import { Download as DownloadIcon } from 'lucide-react';
import { Button } from '~/components/button';
import { api, unwrap } from '~/lib/api';
import { formatBytes, formatDate } from '~/lib/format';

interface DownloadProps {
  orderId: number;
  itemId: number;
  name: string;
  /** Of a guest's order. */
  token: string | null;
}

/** Asks for the link when it is wanted: it ends soon. */
export function Download({ orderId, itemId, name, token }: DownloadProps) {
  const download = useMutation({
    mutationFn: () =>
      unwrap(
        api.GET('/api/orders/{id}/downloads/{itemId}', {
          params: { path: { id: orderId, itemId }, query: { token: token ?? undefined } },
        }),
      ),
    onSuccess: ({ url }) => location.assign(url),
  });
  const { data, error } = download;
  return (
    <div className="flex flex-col items-start gap-1">
      <Button variant="secondary" size="sm" loading={download.isPending} onClick={() => download.mutate()}>
        <DownloadIcon aria-hidden />
        Download
        <span className="sr-only"> {name}</span>
      </Button>
      {data && (
        <p role="status" className="text-sm text-muted">
          {data.fileName}, {formatBytes(data.size)}. {data.downloadsLimit - data.downloadsUsed - 1} of{' '}
          {data.downloadsLimit} downloads left after this one; its link ends {formatDate(data.expiresAt)}.
        </p>
      )}
      {error && (
        <p role="alert" className="text-sm text-danger">
          {error.message}
        </p>
      )}
    </div>
  );
}
