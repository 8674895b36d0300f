import { changeOf, dayLabel, sumOf } from './periods';

const days = [
  { date: '2026-11-01', orders: 2, revenue: '10.10' },
  { date: '2026-11-02', orders: 0, revenue: '0.00' },
  { date: '2026-11-03', orders: 1, revenue: '0.20' },
  { date: '2026-11-04', orders: 3, revenue: '19.99' },
];

it('sums the last days to the cent', () => {
  expect(sumOf(days, 1)).toEqual({ orders: 3, revenue: '19.99' });
  expect(sumOf(days, 2)).toEqual({ orders: 4, revenue: '20.19' });
  expect(sumOf(days, 2, 2)).toEqual({ orders: 2, revenue: '10.10' });
  expect(sumOf(days, 30)).toEqual({ orders: 6, revenue: '30.29' });
});

it('compares in percent, if there is something to compare with', () => {
  expect(changeOf(150, 100)).toBe(50);
  expect(changeOf(0, 100)).toBe(-100);
  expect(changeOf(5, 0)).toBeNull();
});

it('names days in UTC', () => {
  expect(dayLabel('2026-11-02')).toBe('Nov 2');
});
