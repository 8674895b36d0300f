import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { LiveRegion } from '~/components/live-region';
import type { GalleryItem } from '../model/product-values';
import { GalleryList } from './gallery-list';

const item = (id: number, alt: string): GalleryItem => ({
  key: `saved-${id}`,
  saved: { id, url: `/${id}.webp`, srcset: '', sources: [], alt, width: 8, height: 10, colour: null },
  file: null,
  alt,
});

function Editor() {
  const [items, setItems] = useState([item(1, 'front'), item(2, 'back'), item(3, 'detail')]);
  return (
    <>
      <GalleryList items={items} onChange={setItems} progress={null} />
      <LiveRegion />
    </>
  );
}

const rows = () => within(screen.getByRole('list', { name: 'Pictures' })).getAllByRole('listitem');
const order = () => screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value);
const button = (name: string) => screen.getByRole('button', { name });

it('is put in order with the keyboard alone, which stays with the picture', async () => {
  const user = userEvent.setup();
  render(<Editor />);
  button('Move picture 3 up').focus();
  await user.keyboard('{Enter}');
  expect(order()).toEqual(['front', 'detail', 'back']);
  expect(await screen.findByText('Picture 2 of 3')).toBeInTheDocument();
  await waitFor(() => expect(button('Move picture 2 up')).toHaveFocus());
  await user.keyboard('{Enter}');
  expect(order()).toEqual(['detail', 'front', 'back']);
  // at the end of the way its other button goes on
  await waitFor(() => expect(button('Move picture 1 down')).toHaveFocus());
  expect(button('Move picture 1 up')).toBeDisabled();
  expect(button('Move picture 3 down')).toBeDisabled();
});

it('is put in order by dragging', () => {
  render(<Editor />);
  const [first, , last] = rows();
  if (!first || !last) throw new Error('There are three rows.');
  const dataTransfer = { effectAllowed: '' };
  fireEvent.dragStart(last, { dataTransfer });
  fireEvent.dragOver(first, { dataTransfer });
  fireEvent.drop(first, { dataTransfer });
  fireEvent.dragEnd(last, { dataTransfer });
  expect(order()).toEqual(['detail', 'front', 'back']);
});

it('takes words for those who cannot see, and lets go of pictures', async () => {
  const user = userEvent.setup();
  render(<Editor />);
  const words = screen.getByRole('textbox', { name: 'What picture 2 shows' });
  expect(words).toHaveAccessibleDescription('For those who cannot see it.');
  await user.clear(words);
  await user.type(words, 'The handle');
  expect(order()).toEqual(['front', 'The handle', 'detail']);
  await user.click(button('Remove picture 1'));
  expect(order()).toEqual(['The handle', 'detail']);
  expect(screen.getByRole('list', { name: 'Pictures' })).toHaveFocus();
});
