import type { OrderItemDto, OrderPartDto } from '@souk/contracts/orders.dto';
import { refundTotal } from './refund-total';

const part = { refundable: '24.90', refundableShipping: '4.90' } as OrderPartDto;
const items = [{ paid: '20.00', quantity: 3, refundedQuantity: 1 } as OrderItemDto];

it.each([
  [{ quantities: [0], shipping: false, amount: '' }, '0.00'],
  [{ quantities: [1], shipping: false, amount: '' }, '6.67'],
  [{ quantities: [2], shipping: true, amount: '1.5' }, '19.74'],
  [{ quantities: [0], shipping: false, amount: 'ten' }, '0.00'],
])('%j gives back %s', (choice, total) => {
  expect(refundTotal(part, items, choice)).toBe(total);
});

it('brings no more for goods and shipping than is left of the part', () => {
  const left = { refundable: '8.00', refundableShipping: '4.90' } as OrderPartDto;
  expect(refundTotal(left, items, { quantities: [2], shipping: true, amount: '' })).toBe('8.00');
});
