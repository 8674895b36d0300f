import type { CategoryDto } from '@souk/contracts/categories.dto';
import { type ReactNode, useState } from 'react';
import { Button } from '~/components/button';
import { Radio, RadioGroup } from '~/components/choice';
import { Dialog } from '~/components/dialog';
import { flatCategories } from '~/lib/categories';
import { formatMoney, plural } from '~/lib/format';
import type { StaleEdit } from '../api/save-over';
import { type EditedPart, taking } from '../model/meanwhile';
import { type ProductValues, toValues } from '../model/product-values';

interface StaleEditDialogProps {
  stale: StaleEdit;
  categories: readonly CategoryDto[];
  /** With what the form is to hold now; it is not saved yet. */
  onResolve: (values: ProductValues) => void;
  onClose: () => void;
}

const LABELS: Record<EditedPart, string> = {
  name: 'Name',
  description: 'Description',
  offer: 'Price and stock',
  category: 'Category',
  isActive: 'Shown to buyers',
  announce: 'Announced on X',
  digital: 'Delivery',
  pictures: 'Pictures',
};

/** What somebody else has changed while the form stood open, to be taken or written over, part by part. */
export function StaleEditDialog({ stale, categories, onResolve, onClose }: StaleEditDialogProps) {
  const { current, values, meanwhile } = stale;
  const now = toValues(current.product);
  // What the vendor has not touched is better as it is now.
  const [kept, setKept] = useState(
    () => new Set(meanwhile.filter(({ isContested }) => isContested).map(({ part }) => part)),
  );
  const choose = (part: EditedPart, keep: boolean) =>
    setKept((before) => new Set([...before].filter((other) => other !== part).concat(keep ? part : [])));
  const taken = meanwhile.map(({ part }) => part).filter((part) => !kept.has(part));
  const say = (of: ProductValues, part: EditedPart) =>
    wordsOf(of, part, { currency: current.product.currency, categories });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="This product was changed meanwhile"
      description="Your entry is not saved yet. Choose what to keep; then look it over and save."
      className="max-w-xl"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Decide later
          </Button>
          <Button onClick={() => onResolve(taking(taken, now, values))}>Go on with these</Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        {meanwhile.map(({ part, isContested }) => (
          <RadioGroup key={part} legend={LABELS[part]}>
            <Radio
              name={part}
              checked={!kept.has(part)}
              onChange={() => choose(part, false)}
              label="Take what it is now"
              description={say(now, part)}
            />
            <Radio
              name={part}
              checked={kept.has(part)}
              onChange={() => choose(part, true)}
              label={isContested ? 'Keep what you have entered' : 'Put back what it was'}
              description={say(values, part)}
            />
          </RadioGroup>
        ))}
      </div>
    </Dialog>
  );
}

interface Surroundings {
  currency: string;
  categories: readonly CategoryDto[];
}

function wordsOf(values: ProductValues, part: EditedPart, { currency, categories }: Surroundings): ReactNode {
  switch (part) {
    case 'name':
      return values.name;
    case 'description':
      return <span className="line-clamp-4 whitespace-pre-line">{values.description}</span>;
    case 'offer':
      return <Offer values={values} currency={currency} />;
    case 'category':
      return flatCategories(categories).find(({ id }) => String(id) === values.categoryId)?.label ?? 'None';
    case 'isActive':
      return values.isActive ? 'Yes' : 'No, only you see it';
    case 'announce':
      return values.announce ? 'Yes' : 'No';
    case 'digital':
      return values.digital ? 'A download' : 'By post';
    case 'pictures':
      return plural(values.gallery.length, 'picture');
  }
}

const FEW = 6;

function Offer({ values: { variants }, currency }: { values: ProductValues; currency: string }) {
  return (
    <span className="flex flex-col tabular-nums">
      {variants.slice(0, FEW).map(({ values, price, stockQuantity }, index) => (
        <span key={index}>
          {values.length > 0 && `${values.join(' / ')}: `}
          {formatMoney(price || '0', currency)}, {stockQuantity || '0'} in stock
        </span>
      ))}
      {variants.length > FEW && <span>and {plural(variants.length - FEW, 'more variant')}</span>}
    </span>
  );
}
