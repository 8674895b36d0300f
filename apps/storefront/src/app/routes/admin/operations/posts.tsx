import type { PostStatus } from '@souk/contracts';
import type { AdminPostDto } from '@souk/contracts/social.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { Link } from 'react-router';
import { Badge } from '~/components/badge';
import type { DataColumn } from '~/components/data-table';
import { postsQuery } from '~/features/admin/api/operations';
import { AdminList } from '~/features/admin/components/admin-list';
import { OperationsFilters, useStatusFilter } from '~/features/admin/components/operations-filters';
import { Retry } from '~/features/admin/components/retry';
import { formatDate } from '~/lib/format';

const STATUSES = {
  failed: { label: 'Failed', tone: 'danger' },
  waiting: { label: 'Waiting', tone: 'accent' },
  posted: { label: 'Posted', tone: 'success' },
  skipped: { label: 'Not posted', tone: 'neutral' },
  withdrawing: { label: 'Being deleted', tone: 'accent' },
  withdrawn: { label: 'Deleted', tone: 'neutral' },
} as const satisfies Record<Exclude<PostStatus, 'unannounced'>, object>;

const lookOf = ({ status }: AdminPostDto) => (status === 'unannounced' ? STATUSES.skipped : STATUSES[status]);

const columns: DataColumn<AdminPostDto>[] = [
  {
    id: 'post',
    header: 'Post',
    cell: (post) => (
      <>
        <span className="line-clamp-3 max-w-prose [overflow-wrap:anywhere]">{post.text}</span>
        <span className="block text-sm text-muted">
          <Link
            to={`/${post.subject}s/${post.subjectId}`}
            className="underline underline-offset-2 hover:decoration-2"
          >
            {post.subject} {post.subjectId}
          </Link>{' '}
          · {formatDate(post.postedAt ?? post.createdAt)}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-2 text-sm md:hidden">
          <Badge tone={lookOf(post).tone}>{lookOf(post).label}</Badge> {post.reason}
        </span>
      </>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    cell: (post) => (
      <>
        <Badge tone={lookOf(post).tone}>{lookOf(post).label}</Badge>
        {post.reason && <span className="mt-1 block max-w-64 text-sm text-muted">{post.reason}</span>}
      </>
    ),
    wideOnly: true,
  },
  {
    id: 'act',
    header: 'Action',
    align: 'end',
    cell: ({ id, url, canRetry }) => {
      if (canRetry) return <Retry kind="posts" id={id} name={`post ${id}`} />;
      return (
        url && (
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="touch-target inline-flex items-center gap-1 text-action hover:underline"
          >
            Open<span className="sr-only"> post {id} on X</span>
            <ExternalLink aria-hidden className="size-4" />
          </a>
        )
      );
    },
  },
];

export function Component() {
  const status = useStatusFilter(STATUSES);
  return (
    <AdminList
      title="Posts on X"
      lead="What the marketplace’s account tells of new stores and products."
      noun="post"
      filters={<OperationsFilters statuses={STATUSES} />}
      list={useInfiniteQuery(postsQuery(status))}
      columns={columns}
      rowLabel={({ id }) => `Post ${id}`}
    />
  );
}
