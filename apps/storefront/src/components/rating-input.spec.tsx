import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { RatingInput } from './rating-input';

function Rated({ start }: { start: number | null }) {
  const [value, setValue] = useState(start);
  return <RatingInput legend="Your rating" value={value} onChange={setValue} />;
}

const star = (name: string) => screen.getByRole('radio', { name });

it('is one stop for Tab, and arrow keys choose', async () => {
  const user = userEvent.setup();
  render(<Rated start={3} />);
  await user.tab();
  expect(star('3 stars, Good')).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(star('4 stars, Very good')).toBeChecked();
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(star('2 stars, Fair')).toBeChecked();
  await user.tab();
  expect(document.body).toHaveFocus();
});

it('starts without a choice and takes a click', async () => {
  const user = userEvent.setup();
  render(<Rated start={null} />);
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  await user.click(star('1 star, Poor'));
  expect(star('1 star, Poor')).toBeChecked();
});

it('reads its error with the group', () => {
  render(
    <RatingInput legend="Your rating" value={null} onChange={() => undefined} error="Choose 1 to 5 stars." />,
  );
  expect(screen.getByRole('group', { name: 'Your rating' })).toHaveAccessibleDescription(
    'Choose 1 to 5 stars.',
  );
});
