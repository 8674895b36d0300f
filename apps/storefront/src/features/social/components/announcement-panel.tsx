import type { PostStatus } from '@souk/contracts';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { FieldError } from '~/components/field';
import { Post } from '~/components/post-preview';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { type Subject, announcementQuery, usePostAnnouncement } from '../api/announcement';

const STATUS = {
  unannounced: { label: 'Not posted', tone: 'neutral' },
  waiting: { label: 'Waiting', tone: 'accent' },
  posted: { label: 'Posted', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  skipped: { label: 'Not posted', tone: 'neutral' },
  withdrawing: { label: 'Being deleted', tone: 'accent' },
  withdrawn: { label: 'Deleted', tone: 'neutral' },
} as const satisfies Record<PostStatus, object>;

interface AnnouncementPanelProps {
  subject: Subject;
  id: number;
}

/** What the marketplace's account on X has told, or would tell. */
export function AnnouncementPanel({ subject, id }: AnnouncementPanelProps) {
  const { data, error, refetch } = useQuery(announcementQuery(subject, id));
  const post = usePostAnnouncement(subject, id);
  if (error)
    return (
      <ErrorState error={error} title="The announcement could not be loaded" onRetry={() => void refetch()} />
    );
  const { label, tone } = STATUS[data?.status ?? 'unannounced'];
  return (
    <SectionCard
      title="On X"
      description="One post from the marketplace’s account; it is deleted when this leaves the market."
      actions={
        data && (
          <Badge role="status" tone={tone}>
            {label}
          </Badge>
        )
      }
    >
      {!data && (
        <Loading label="Loading the announcement">
          <Skeleton className="h-20 rounded-lg" />
        </Loading>
      )}
      {data && <Post text={data.text} className="max-w-prose" />}
      {data?.reason && <p className="text-muted">{data.reason}</p>}
      {post.error && <FieldError id={`post-error-${id}`}>{post.error.message}</FieldError>}
      {data?.canPost && (
        <Button
          variant="secondary"
          className="self-start"
          loading={post.isPending}
          onClick={() => post.mutate()}
        >
          {data.status === 'failed' ? 'Try again' : 'Post now'}
        </Button>
      )}
      {data?.url && (
        <Button asChild variant="secondary" className="self-start">
          <a href={data.url} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden />
            See it on X
          </a>
        </Button>
      )}
    </SectionCard>
  );
}
