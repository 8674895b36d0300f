import type { ProductDto, VariantDto } from '@souk/contracts/products.dto';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { BuyBox } from './buy-box';

const variant = (id: number, Size: string, stockQuantity: number): VariantDto => ({
  id,
  sku: null,
  options: { Size },
  price: `${id}0.00`,
  compareAtPrice: null,
  stockQuantity,
});
const small = variant(1, 'S', 3);
const variants = [small, variant(2, 'M', 0), variant(3, 'L', 40)];
const product: ProductDto = {
  id: 12,
  store: { id: 3, name: 'Loom & Line', slug: 'loom-line' },
  category: null,
  name: 'Marsh scarf',
  slug: 'marsh-scarf',
  description: '',
  price: '10.00',
  compareAtPrice: null,
  currency: 'USD',
  stockQuantity: 43,
  images: [],
  digital: false,
  isActive: true,
  announce: true,
  status: 'active',
  variants,
  averageRating: null,
  reviewCount: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

function Box({ onAdd }: { onAdd: (variantId: number, quantity: number) => void }) {
  const [id, setId] = useState(small.id);
  const chosen = variants.find((one) => one.id === id) ?? small;
  return (
    <BuyBox product={product} chosen={chosen} onChoose={setId} onAdd={onAdd} adding={false} delivery={null} />
  );
}

it('tells price and stock of what is chosen, and does not sell what is sold out', async () => {
  const onAdd = jest.fn();
  render(<Box onAdd={onAdd} />);
  expect(screen.getByText('Only 3 left')).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: 'M, sold out' }));
  expect(screen.getByText('$20.00')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Sold out' })).toBeDisabled();
  await userEvent.click(screen.getByRole('radio', { name: 'L' }));
  expect(screen.getByText('In stock')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Add to cart' }));
  expect(onAdd).toHaveBeenCalledWith(3, 1);
});

it('never adds more than there is, and remembers what was wanted', async () => {
  const onAdd = jest.fn();
  render(<Box onAdd={onAdd} />);
  await userEvent.click(screen.getByRole('radio', { name: 'L' }));
  const quantity = screen.getByRole('textbox', { name: 'Quantity of Marsh scarf' });
  await userEvent.clear(quantity);
  await userEvent.type(quantity, '9{Enter}');
  await userEvent.click(screen.getByRole('radio', { name: 'S' }));
  await userEvent.click(screen.getByRole('button', { name: 'Add to cart' }));
  expect(onAdd).toHaveBeenLastCalledWith(1, 3);
  await userEvent.click(screen.getByRole('radio', { name: 'L' }));
  await userEvent.click(screen.getByRole('button', { name: 'Add to cart' }));
  expect(onAdd).toHaveBeenLastCalledWith(3, 9);
});
