import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { IconButton } from '~/components/icon-button';
import { Input } from '~/components/input';
import { announce } from '~/components/live-region';
import { cn } from '~/lib/cn';
import { plural } from '~/lib/format';
import { isMoney, isStock } from '~/lib/rules';
import { type VariantRow, variantName } from '../model/variant-grid';
import { OfferFields, VARIANT_COLUMNS } from './offer-fields';
import type { SectionProps } from './section-props';

interface VariantRowsProps extends SectionProps {
  /** `key` is the form's own. */
  rows: (VariantRow & { key: string })[];
  onReplace: (rows: VariantRow[]) => void;
  onRemove: (index: number) => void;
}

export function VariantRows({ form, rows, onReplace, onRemove }: VariantRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const fill = (change: Partial<VariantRow>) => {
    onReplace(form.getValues('variants').map((row) => ({ ...row, ...change })));
    announce(`Set for ${plural(rows.length, 'variant')}`);
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h3 className="font-medium">{plural(rows.length, 'variant')}</h3>
        {rows.length > 1 && <FillAll onFill={fill} />}
      </div>
      <div aria-hidden className={cn('hidden gap-3 pr-13 pl-31 text-sm text-muted md:grid', VARIANT_COLUMNS)}>
        <span>Price</span>
        <span>Price before</span>
        <span>Stock</span>
        <span>SKU</span>
      </div>
      <ul ref={list} tabIndex={-1} aria-label="Variants" className="flex flex-col gap-3 md:-mt-2">
        {rows.map((row, index) => (
          <li key={row.key} className="border-t border-line pt-3">
            <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-2 md:flex-nowrap md:items-start">
              <legend className="sr-only">{variantName(row)}</legend>
              <span aria-hidden className="min-w-0 flex-1 font-medium md:w-28 md:flex-none md:py-2.5">
                {variantName(row)}
              </span>
              <div className="order-last flex w-full min-w-0 md:order-none md:w-auto md:flex-1">
                <OfferFields form={form} index={index} compact />
              </div>
              <IconButton
                icon={Trash2}
                label={`Do not sell ${variantName(row)}`}
                disabled={rows.length === 1}
                className="text-danger"
                onClick={() => {
                  onRemove(index);
                  list.current?.focus();
                }}
              />
            </fieldset>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same price or stock for all rows. */
function FillAll({ onFill }: { onFill: (change: Partial<VariantRow>) => void }) {
  const [price, setPrice] = useState('');
  const [stock, setStock] = useState('');
  const change = {
    ...(price.trim() && isMoney(price) === true && { price: price.trim() }),
    ...(stock.trim() && isStock(stock) === true && { stockQuantity: stock.trim() }),
  };
  const apply = () => {
    onFill(change);
    setPrice('');
    setStock('');
  };
  return (
    <div role="group" aria-label="Set for all variants" className="flex flex-wrap items-end gap-2">
      <Field label="Price of all" className="w-28">
        <Input
          before="$"
          inputMode="decimal"
          value={price}
          onChange={(event) => setPrice(event.target.value)}
        />
      </Field>
      <Field label="Stock of all" className="w-28">
        <Input inputMode="numeric" value={stock} onChange={(event) => setStock(event.target.value)} />
      </Field>
      <Button variant="secondary" disabled={Object.keys(change).length === 0} onClick={apply}>
        Set for all
      </Button>
    </div>
  );
}
