import { Check, SunMoon } from 'lucide-react';
import { useId } from 'react';
import { Popover, menuItem } from '~/components/popover';
import { useTheme } from '~/lib/theme';

const THEMES = [
  { value: 'system', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

export function ThemeMenu() {
  const name = useId();
  const { theme, setTheme } = useTheme();
  return (
    <Popover icon={SunMoon} label="Appearance">
      {() => (
        <fieldset>
          <legend className="px-3 pt-2 pb-1 text-sm text-muted">Appearance</legend>
          {THEMES.map(({ value, label }) => (
            <label
              key={value}
              className={`${menuItem} has-focus-visible:outline-2 has-focus-visible:outline-action`}
            >
              <input
                type="radio"
                name={name}
                value={value}
                checked={theme === value}
                onChange={() => setTheme(value)}
                className="sr-only"
              />
              {label}
              {theme === value && <Check aria-hidden className="ml-auto" />}
            </label>
          ))}
        </fieldset>
      )}
    </Popover>
  );
}
