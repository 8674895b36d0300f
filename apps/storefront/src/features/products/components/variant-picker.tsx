import type { VariantDto } from '@souk/contracts/products.dto';
import { useId } from 'react';
import { cn } from '~/lib/cn';
import { type OptionChoice, optionGroups } from '../variants';

interface VariantPickerProps {
  variants: readonly VariantDto[];
  chosen: VariantDto;
  onChoose: (variantId: number) => void;
}

/** A row of buttons for each option. Sold-out values can be chosen too: one wants to know what they cost. */
export function VariantPicker({ variants, chosen, onChoose }: VariantPickerProps) {
  const id = useId();
  return optionGroups(variants, chosen).map(({ name, chosen: current, choices }) => (
    <fieldset key={name} className="flex min-w-0 flex-col">
      <legend className="mb-2">
        <span className="font-medium">{name}</span>
        {current && <span className="text-muted">: {current}</span>}
      </legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <OptionButton
            key={choice.value}
            group={`${id}-${name}`}
            choice={choice}
            checked={choice.value === current}
            onChoose={() => onChoose(choice.variantId)}
          />
        ))}
      </div>
    </fieldset>
  ));
}

const SAID = { available: '', 'sold-out': ', sold out', elsewhere: ', in another combination' };

interface OptionButtonProps {
  /** Radio buttons of the same group answer to the arrow keys. */
  group: string;
  choice: OptionChoice;
  checked: boolean;
  onChoose: () => void;
}

function OptionButton({ group, choice: { value, state }, checked, onChoose }: OptionButtonProps) {
  return (
    <label
      className={cn(
        'relative flex min-h-11 min-w-11 cursor-pointer items-center justify-center overflow-hidden rounded-md border border-line-strong bg-surface px-3.5 transition-colors hover:border-ink',
        'has-checked:border-action has-checked:bg-action-soft has-checked:font-medium has-checked:text-action has-checked:ring-1 has-checked:ring-action',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-action',
        state === 'elsewhere' && 'border-dashed text-muted',
        state === 'sold-out' && 'text-muted',
      )}
    >
      <input
        type="radio"
        name={group}
        checked={checked}
        onChange={onChoose}
        aria-label={`${value}${SAID[state]}`}
        className="sr-only"
      />
      {state === 'sold-out' && (
        <svg
          aria-hidden
          preserveAspectRatio="none"
          viewBox="0 0 100 100"
          className="absolute inset-0 size-full stroke-line-strong"
        >
          <line x1="0" y1="100" x2="100" y2="0" vectorEffect="non-scaling-stroke" />
        </svg>
      )}
      <span className="relative">{value}</span>
    </label>
  );
}
