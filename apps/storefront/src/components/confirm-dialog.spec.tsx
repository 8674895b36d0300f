import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConfirmDialog } from './confirm-dialog';

const calls = { onClose: jest.fn(), onConfirm: jest.fn(), reset: jest.fn() };
beforeEach(() => jest.clearAllMocks());

function ask(action: { isPending?: boolean; error?: Error } = {}) {
  const { reset, ...others } = calls;
  render(
    <ConfirmDialog
      {...others}
      title="Delete it?"
      confirm="Delete"
      action={{ isPending: false, error: null, ...action, reset }}
    />,
  );
  return {
    confirm: screen.getByRole('button', { name: 'Delete' }),
    keep: screen.getByRole('button', { name: 'Keep it' }),
  };
}

it('does it once it is told to, not before', async () => {
  const { confirm, keep } = ask();
  expect(screen.getByRole('dialog', { name: 'Delete it?' })).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(keep).toHaveFocus();
  await userEvent.click(confirm);
  expect(calls.onConfirm).toHaveBeenCalledTimes(1);
  expect(calls.onClose).not.toHaveBeenCalled();
});

it('says why it was refused, and forgets that when it closes', async () => {
  const { keep } = ask({ error: new Error('It is in use.') });
  expect(screen.getByRole('alert')).toHaveTextContent('It is in use.');
  await userEvent.click(keep);
  expect(calls.reset).toHaveBeenCalledTimes(1);
  expect(calls.onClose).toHaveBeenCalledTimes(1);
});

it('is not done twice while it is under way, and can be left alone', async () => {
  const { confirm } = ask({ isPending: true });
  await userEvent.click(confirm);
  await userEvent.keyboard('{Escape}');
  expect(calls.onConfirm).not.toHaveBeenCalled();
  expect(calls.reset).not.toHaveBeenCalled();
  expect(calls.onClose).toHaveBeenCalledTimes(1);
});
