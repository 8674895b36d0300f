import { render, screen } from '@testing-library/react';
import { Field } from './field';
import { Input } from './input';

it('ties label, hint and error to the control', () => {
  render(
    <Field label="Price" hint="In US dollars." error="Enter a price.">
      <Input />
    </Field>,
  );
  const input = screen.getByLabelText('Price');
  expect(input).toBeInvalid();
  expect(input).toHaveAccessibleDescription('Enter a price. In US dollars.');
});

it('is neither invalid nor described without hint and error', () => {
  render(
    <Field label="Price" optional>
      <Input />
    </Field>,
  );
  const input = screen.getByRole('textbox', { name: 'Price' });
  expect(input).toBeValid();
  expect(input).not.toHaveAttribute('aria-describedby');
});
