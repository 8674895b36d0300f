import type { PriceFacet } from '@souk/contracts/products.dto';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Input } from '~/components/input';
import type { ProductFilters } from '../filters';
import { priceLabel } from '../filter-labels';
import { FilterGroup } from './filter-group';
import { FilterOption } from './filter-option';

interface PriceFilterProps {
  filters: ProductFilters;
  bands: PriceFacet[] | undefined;
  onChange: (change: Partial<ProductFilters>) => void;
}

/** Bands to choose from, and two fields for other amounts. */
export function PriceFilter({ filters, bands = [], onChange }: PriceFilterProps) {
  const { minPrice, maxPrice } = filters;
  return (
    <FilterGroup title="Price">
      <ul>
        {bands
          .filter(({ count }) => count > 0)
          .map((band) => {
            const range = rangeOf(band);
            const isChosen = range.minPrice === minPrice && range.maxPrice === maxPrice;
            return (
              <li key={band.min}>
                <FilterOption
                  change={isChosen ? { minPrice: undefined, maxPrice: undefined } : range}
                  chosen={isChosen}
                  count={band.count}
                >
                  {priceLabel(range)}
                </FilterOption>
              </li>
            );
          })}
      </ul>
      {/* Anew whenever the range comes from elsewhere: a band, a chip, Back. */}
      <PriceRange
        key={`${minPrice}-${maxPrice}`}
        min={minPrice ?? ''}
        max={maxPrice ?? ''}
        onChange={onChange}
      />
    </FilterGroup>
  );
}

/** A band ends below its upper end; the list's `maxPrice` includes it. */
function rangeOf({ min, max }: PriceFacet): Pick<ProductFilters, 'minPrice' | 'maxPrice'> {
  return {
    minPrice: Number(min) === 0 ? undefined : min,
    maxPrice: max === null ? undefined : (Number(max) - 0.01).toFixed(2),
  };
}

interface PriceRangeProps {
  min: string;
  max: string;
  onChange: PriceFilterProps['onChange'];
}

function PriceRange({ min, max, onChange }: PriceRangeProps) {
  const [range, setRange] = useState({ min, max });
  const [wrong, setWrong] = useState(false);

  const apply = () => {
    const [low, high] = [readAmount(range.min), readAmount(range.max)];
    setWrong(low === null || high === null);
    if (low === null || high === null) return;
    const swapped = low !== undefined && high !== undefined && Number(low) > Number(high);
    onChange(swapped ? { minPrice: high, maxPrice: low } : { minPrice: low, maxPrice: high });
  };
  return (
    <form
      noValidate
      className="mt-1 flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className="flex items-center gap-2">
        <Field label="Lowest price" hideLabel className="flex-1 gap-0">
          <Input
            before="$"
            inputMode="decimal"
            placeholder="Min"
            autoComplete="off"
            value={range.min}
            onChange={(event) => setRange({ ...range, min: event.target.value })}
            className="h-10 pr-2 pl-7"
          />
        </Field>
        <span aria-hidden className="text-muted">
          –
        </span>
        <Field label="Highest price" hideLabel className="flex-1 gap-0">
          <Input
            before="$"
            inputMode="decimal"
            placeholder="Max"
            autoComplete="off"
            value={range.max}
            onChange={(event) => setRange({ ...range, max: event.target.value })}
            className="h-10 pr-2 pl-7"
          />
        </Field>
        <Button
          type="submit"
          variant="secondary"
          size="sm"
          className="h-10"
          aria-label="Go to this price range"
        >
          Go
        </Button>
      </div>
      {wrong && (
        <p role="alert" className="text-sm text-danger">
          Enter amounts such as 20 or 19.50.
        </p>
      )}
    </form>
  );
}

/** undefined for an empty field, null for what is no amount. */
function readAmount(typed: string): string | undefined | null {
  const amount = typed.trim().replace(/^\$/, '');
  if (amount === '') return undefined;
  return /^\d{1,7}(\.\d{1,2})?$/.test(amount) ? amount : null;
}
