import { RATING } from '@souk/contracts';
import { Star } from 'lucide-react';
import { type Ref, useId, useState } from 'react';
import { plural } from '~/lib/format';
import { FieldError } from './field';

interface RatingInputProps {
  legend: string;
  /** 1 to 5; null until chosen. */
  value: number | null;
  onChange: (value: number) => void;
  error?: string;
  /** Of the radio button that has, or will get, the focus. */
  ref?: Ref<HTMLInputElement>;
}

const WORDS = ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'] as const;
const CHOICES = WORDS.map((word, index) => ({ word, stars: RATING.min + index }));

/** Five radio buttons that look like stars, so that arrow keys and screen readers work as they always do. */
export function RatingInput({ legend, value, onChange, error, ref }: RatingInputProps) {
  const name = useId();
  const [hovered, setHovered] = useState<number | null>(null);
  const lit = hovered ?? value ?? 0;
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="flex items-center gap-3">
        <div className="-ml-1.5 flex" onPointerLeave={() => setHovered(null)}>
          {CHOICES.map(({ word, stars }) => (
            <label
              key={stars}
              onPointerEnter={() => setHovered(stars)}
              className="flex size-11 cursor-pointer items-center justify-center rounded-md has-focus-visible:outline-2 has-focus-visible:outline-action"
            >
              <input
                ref={stars === (value ?? RATING.min) ? ref : undefined}
                type="radio"
                name={name}
                value={stars}
                checked={value === stars}
                onChange={() => onChange(stars)}
                aria-label={`${plural(stars, 'star')}, ${word}`}
                className="sr-only"
              />
              <Star
                aria-hidden
                strokeWidth={1.5}
                className={lit >= stars ? 'size-8 fill-accent text-accent' : 'size-8 text-line-strong'}
              />
            </label>
          ))}
        </div>
        <span aria-hidden className="text-muted">
          {WORDS[lit - 1]}
        </span>
      </div>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
