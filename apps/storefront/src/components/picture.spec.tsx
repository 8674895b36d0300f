import { fireEvent, render, screen } from '@testing-library/react';
import { Picture } from './picture';

const image = {
  url: '/media/mug-1600.webp',
  srcset: '/media/mug-400.webp 400w, /media/mug-1600.webp 1600w',
  sources: [{ type: 'image/avif', srcset: '/media/mug-400.avif 400w' }],
  alt: 'Mug seen from above',
  width: 1600,
  height: 2000,
  colour: '#c87818',
};
const show = (change = {}) => render(<Picture image={{ ...image, ...change }} sizes="100vw" />).container;
const box = (container: HTMLElement) => container.firstElementChild;

it('offers better formats first, in the same sizes', () => {
  const source = show().querySelector('picture > source');
  expect(source).toHaveAttribute('type', 'image/avif');
  expect(source).toHaveAttribute('srcset', image.sources[0]?.srcset);
  expect(source).toHaveAttribute('sizes', '100vw');
  expect(screen.getByRole('img')).toHaveAttribute('srcset', image.srcset);
});

it('keeps its room, in its colour until it has come', () => {
  const container = show();
  const img = screen.getByRole('img', { name: 'Mug seen from above' });
  expect([img.getAttribute('width'), img.getAttribute('height')]).toEqual(['1600', '2000']);
  expect(box(container)).toHaveStyle({ backgroundColor: '#c87818' });
  fireEvent.load(img);
  expect(box(container)).not.toHaveStyle({ backgroundColor: image.colour });
});

it.each([null, undefined])('needs neither colour nor other formats: %s', (none) => {
  const container = show({ colour: none, sources: undefined });
  expect(box(container)).not.toHaveStyle({ backgroundColor: image.colour });
  expect(container.querySelector('source')).toBeNull();
});

it('leaves a sign where it does not come', () => {
  const container = show();
  fireEvent.error(screen.getByRole('img'));
  expect(container.querySelector('picture')).toBeNull();
  expect(screen.getByRole('img', { name: 'Mug seen from above' })).toBeInTheDocument();
  expect(box(container)).not.toHaveStyle({ backgroundColor: image.colour });
});
