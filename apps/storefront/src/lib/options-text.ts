/** `{"Size": "M", "Colour": "Blue"}` → `Size: M · Colour: Blue`; nothing for goods without options. */
export const optionsText = (options: Record<string, string>): string =>
  Object.entries(options)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
