/** "$12.50" */
export const spoken = (minor: number, currency: string) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency, minimumFractionDigits: 2 }).format(
    minor / 100,
  );
