import { TriangleAlert } from 'lucide-react';
import { Button } from '~/components/button';
import { plural } from '~/lib/format';

interface FilesMissingProps {
  count: number;
  onShow: () => void;
}

/** Whoever buys these now pays for nothing. */
export const FilesMissing = ({ count, onShow }: FilesMissingProps) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-accent bg-accent-soft px-4 py-3">
    <p className="flex min-w-0 flex-1 basis-60 gap-2">
      <TriangleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent-ink" />
      {plural(count, 'digital product')} {count === 1 ? 'has' : 'have'} no file yet: buyers have nothing to
      download.
    </p>
    <Button size="sm" variant="secondary" onClick={onShow}>
      Show {count === 1 ? 'it' : 'them'}
    </Button>
  </div>
);
