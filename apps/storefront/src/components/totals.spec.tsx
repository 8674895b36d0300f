import { render, screen } from '@testing-library/react';
import { Totals } from './totals';

const SUMS = {
  ...{ subtotal: '20.00', discount: '0.00', shipping: '4.90', tax: '0.00', taxIncluded: '0.00' },
  ...{ total: '24.90', currency: 'USD' },
};

const terms = () => screen.getAllByRole('term').map((term) => term.textContent);

it('leaves out what there is none of', () => {
  render(<Totals {...SUMS} shipping={null} refunded="0.00" />);
  expect(terms()).toEqual(['Subtotal', 'Total']);
});

it('adds tax that comes on top, and only mentions what the prices contain', () => {
  const { rerender } = render(<Totals {...SUMS} discount="2.00" tax="3.19" taxEstimated />);
  expect(terms()).toEqual(['Subtotal', 'Discount', 'Shipping', 'Estimated tax', 'Total']);
  expect(screen.getByText('−$2.00')).toBeVisible();
  rerender(<Totals {...SUMS} taxIncluded="3.19" />);
  expect(terms()).toEqual(['Subtotal', 'Shipping', 'Total', 'Tax in the total']);
  expect(screen.getByText('Includes $3.19 tax')).toBeVisible();
});
