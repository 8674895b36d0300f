import { Progress } from '~/components/progress';
import type { UploadProgress } from '../api/save-product';

/** Stands above the save bar while files are on their way. */
export function UploadStatus({ progress: { label, share } }: { progress: UploadProgress }) {
  const percent = Math.round(share * 100);
  return (
    <div className="sticky bottom-24 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-5 py-3 shadow-float">
      <p role="status" className="min-w-0 flex-1 truncate">
        {label}
      </p>
      <Progress label={label} share={share} className="w-40" />
      <span aria-hidden className="w-12 text-right text-sm whitespace-nowrap text-muted tabular-nums">
        {percent} %
      </span>
    </div>
  );
}
