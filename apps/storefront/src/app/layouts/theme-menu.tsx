import { SunMoon } from 'lucide-react';
import { IconButton } from '~/components/icon-button';
import { Menu, MenuChoice } from '~/components/menu';
import { useTheme } from '~/lib/theme';

const THEMES = [
  { value: 'system', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
  return (
    <Menu trigger={<IconButton icon={SunMoon} label="Appearance" />}>
      <MenuChoice label="Appearance" value={theme} onChange={setTheme} options={THEMES} />
    </Menu>
  );
}
