import { render } from '@testing-library/react';
import { Price } from './price';

const textOf = (element: React.ReactElement) => render(element).container.textContent;

it('shows the amount in its currency with two decimals', () => {
  expect(textOf(<Price amount="1234.5" currency="USD" />)).toBe('$1,234.50');
});

it('says which price is now and which was before', () => {
  expect(textOf(<Price amount="28.00" was="30.10" currency="USD" />)).toBe('Now $28.00was $30.10');
});

it.each(['28.00', '20.00', null])('shows no reduction when the price before was %p', (was) => {
  expect(textOf(<Price amount="28.00" was={was} currency="USD" />)).toBe('$28.00');
});

it('compares amounts as numbers, not as text', () => {
  expect(textOf(<Price amount="9.00" was="10.00" currency="USD" />)).toContain('was $10.00');
});
