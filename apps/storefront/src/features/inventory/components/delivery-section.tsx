import { LIMITS } from '@souk/contracts';
import { useQuery } from '@tanstack/react-query';
import { FileText, TriangleAlert } from 'lucide-react';
import { Controller, useWatch } from 'react-hook-form';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Checkbox } from '~/components/choice';
import { FileDrop } from '~/components/file-drop';
import { formatBytes, formatDate } from '~/lib/format';
import { digitalFileQuery } from '../api/digital-file';
import type { SectionProps } from './section-props';

interface DeliverySectionProps extends SectionProps {
  /** Null for one that does not exist yet. */
  productId: number | null;
}

export function DeliverySection({ form: { control, register }, productId }: DeliverySectionProps) {
  const digital = useWatch({ control, name: 'digital' });
  return (
    <SectionCard
      title="Delivery"
      description="Goods are shipped by you; files go out by themselves once they are paid."
    >
      <Checkbox {...register('digital')}>
        <span className="font-medium">Digital product</span>
        <span className="block text-sm text-muted">Buyers download a file; no address, no shipping.</span>
      </Checkbox>
      {digital && (
        <Controller
          control={control}
          name="file"
          render={({ field }) => (
            <DigitalFile productId={productId} value={field.value} onChange={field.onChange} />
          )}
        />
      )}
    </SectionCard>
  );
}

interface DigitalFileProps {
  productId: number | null;
  value: File | null;
  onChange: (file: File | null) => void;
}

function DigitalFile({ productId, value, onChange }: DigitalFileProps) {
  const { data: current } = useQuery({ ...digitalFileQuery(productId ?? 0), enabled: productId !== null });
  const isKnown = productId === null || current !== undefined;
  const shown = value
    ? { name: value.name, about: `${formatBytes(value.size)}, not saved yet` }
    : current && {
        name: current.fileName,
        about: `${formatBytes(current.size)}, uploaded ${formatDate(current.uploadedAt)}`,
      };
  return (
    <div className="flex flex-col gap-3">
      {shown && (
        <div className="flex items-center gap-3 rounded-md border border-line p-3">
          <FileText aria-hidden className="size-6 shrink-0 text-muted" strokeWidth={1.5} />
          <p className="flex min-w-0 flex-1 flex-col">
            <span className="truncate font-medium">{shown.name}</span>
            <span className="text-sm text-muted">{shown.about}</span>
          </p>
          {value && (
            <Button variant="ghost" size="sm" onClick={() => onChange(null)}>
              Undo
            </Button>
          )}
        </div>
      )}
      {!shown && isKnown && (
        <p className="flex gap-2 rounded-md bg-accent-soft px-4 py-3">
          <TriangleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent-ink" />
          <span>
            <span className="font-medium">Add the file to sell it.</span> Without it, whoever buys this has
            nothing to download.
          </span>
        </p>
      )}
      <FileDrop
        label={shown ? 'Replace the file' : 'Add the file that buyers get'}
        hint="Any kind, up to 100 MB"
        accept="*/*"
        maxBytes={LIMITS.digitalFile.bytes}
        onFiles={([file]) => file && onChange(file)}
      />
    </div>
  );
}
