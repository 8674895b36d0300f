import { LIMITS } from '@souk/contracts';
import { Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Field } from '~/components/field';
import { IconButton } from '~/components/icon-button';
import { Input } from '~/components/input';
import type { OptionDraft } from '../model/variant-grid';

interface OptionEditorProps {
  option: OptionDraft;
  /** From 1. */
  position: number;
  onRename: (name: string) => void;
  onAdd: (value: string) => void;
  onRemoveValue: (value: string) => void;
  onRemove: () => void;
}

/** One option and its values. Enter, a comma or leaving the field adds what was typed. */
export function OptionEditor(props: OptionEditorProps) {
  const { option, position, onRename, onAdd, onRemoveValue, onRemove } = props;
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const label = option.name.trim() || `option ${position}`;

  const add = (text: string) => {
    text
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '')
      .forEach(onAdd);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      // Not the whole form.
      event.preventDefault();
      add(typed);
    }
    const last = option.values.at(-1);
    if (event.key === 'Backspace' && typed === '' && last) onRemoveValue(last);
  };

  return (
    <fieldset className="flex flex-col gap-4 rounded-md border border-line bg-paper p-4">
      <legend className="sr-only">Option {position}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-3 gap-y-4 sm:grid-cols-[12rem_minmax(0,1fr)_auto]">
        <Field label="Option name">
          <Input
            placeholder="Size"
            maxLength={LIMITS.options.name}
            value={option.name}
            onChange={(event) => onRename(event.target.value)}
          />
        </Field>
        <IconButton
          icon={Trash2}
          label={`Remove ${label}`}
          className="mb-0.5 text-danger sm:order-last"
          onClick={onRemove}
        />
        <Field label={`Values of ${label}`} className="col-span-2 sm:col-span-1">
          <Input
            placeholder={option.values.length > 0 ? 'Add another' : 'S, M, L'}
            maxLength={LIMITS.options.value}
            ref={input}
            enterKeyHint="done"
            value={typed}
            onChange={({ target }) =>
              target.value.includes(',') ? add(target.value) : setTyped(target.value)
            }
            onKeyDown={onKeyDown}
            onBlur={() => add(typed)}
          />
        </Field>
      </div>
      {option.values.length > 0 && (
        <ul aria-label={`Values of ${label}`} className="flex flex-wrap gap-2">
          {option.values.map((value) => (
            <li key={value}>
              <button
                type="button"
                aria-label={`Remove ${value}`}
                onClick={() => {
                  onRemoveValue(value);
                  input.current?.focus();
                }}
                className="touch-target inline-flex h-8 items-center gap-1.5 rounded-full border border-line-strong bg-surface pr-2 pl-3 text-sm hover:bg-sunken"
              >
                {value}
                <X aria-hidden className="size-4 text-muted" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
