import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Input } from '~/components/input';
import { ApiError, type ErrorDetails } from './api-error';
import { FormProblem, useSubmitForm } from './form';

interface Values {
  email: string;
  shippingAddress: { zipcode: string };
}

function Checkout({ onSubmit }: { onSubmit: (values: Values) => Promise<unknown> }) {
  const form = useSubmitForm<Values>({
    defaultValues: { email: '', shippingAddress: { zipcode: '' } },
    onSubmit,
  });
  const { errors } = form.formState;
  return (
    <form onSubmit={form.submit} noValidate>
      <FormErrorSummary form={form} />
      <Field label="E-mail" error={errors.email?.message}>
        <Input {...form.register('email', { required: 'Enter your e-mail address.' })} />
      </Field>
      <Field label="ZIP code" error={errors.shippingAddress?.zipcode?.message}>
        <Input {...form.register('shippingAddress.zipcode')} />
      </Field>
      <button type="submit">Pay</button>
    </form>
  );
}

const refuse = (details: ErrorDetails) => () =>
  Promise.reject(new ApiError(400, 'VALIDATION_ERROR', 'The order cannot be placed.', details));

async function send(onSubmit: (values: Values) => Promise<unknown>, email = 'a@b.de') {
  const user = userEvent.setup();
  render(<Checkout onSubmit={onSubmit} />);
  if (email) await user.type(screen.getByLabelText('E-mail'), email);
  await user.click(screen.getByRole('button', { name: 'Pay' }));
  return user;
}

it('puts nested details at their fields, in a summary that has the focus and leads to them', async () => {
  const user = await send(refuse({ 'shippingAddress.zipcode': ['must not be empty'] }));
  const zip = screen.getByLabelText('ZIP code');
  expect(zip).toBeInvalid();
  expect(zip).toHaveAccessibleDescription('Must not be empty.');
  await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus());
  await user.click(screen.getByRole('button', { name: 'ZIP code: Must not be empty.' }));
  expect(zip).toHaveFocus();
});

it('shows the message where the form has no such field, and lets one send again', async () => {
  const onSubmit = jest.fn(refuse({ token: ['is unknown'] }));
  const user = await send(onSubmit);
  expect(screen.getByRole('alert')).toHaveTextContent('The order cannot be placed.');
  await user.click(screen.getByRole('button', { name: 'Pay' }));
  expect(onSubmit).toHaveBeenCalledTimes(2);
});

it('sends once, however often one clicks', async () => {
  let answer = () => {};
  const onSubmit = jest.fn(() => new Promise<void>((resolve) => (answer = resolve)));
  const user = await send(onSubmit);
  await user.dblClick(screen.getByRole('button', { name: 'Pay' }));
  expect(onSubmit).toHaveBeenCalledTimes(1);
  answer();
  await waitFor(async () => {
    await user.click(screen.getByRole('button', { name: 'Pay' }));
    expect(onSubmit).toHaveBeenCalledTimes(2);
  });
});

it('shows a problem of its own in the summary', async () => {
  await send(() => Promise.reject(new FormProblem('The card is not complete.')));
  await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus());
  expect(screen.getByRole('alert')).toHaveTextContent('The card is not complete.');
});

it('does not ask the server before the form itself is right', async () => {
  const onSubmit = jest.fn(() => Promise.resolve());
  await send(onSubmit, '');
  expect(screen.getByRole('alert')).toHaveTextContent('E-mail: Enter your e-mail address.');
  expect(onSubmit).not.toHaveBeenCalled();
});
