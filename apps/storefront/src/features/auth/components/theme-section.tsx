import { SectionCard } from '~/components/card';
import { Radio, RadioGroup } from '~/components/choice';
import { type Theme, useTheme } from '~/lib/theme';

const THEMES: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function ThemeSection() {
  const { theme, setTheme } = useTheme();
  return (
    <SectionCard title="Appearance" description="For this browser.">
      <RadioGroup legend="Theme" className="sm:grid sm:grid-cols-3 sm:gap-3 [&>legend]:sr-only">
        {THEMES.map(({ value, label }) => (
          <Radio
            key={value}
            name="theme"
            value={value}
            label={label}
            checked={theme === value}
            onChange={() => setTheme(value)}
          />
        ))}
      </RadioGroup>
    </SectionCard>
  );
}
