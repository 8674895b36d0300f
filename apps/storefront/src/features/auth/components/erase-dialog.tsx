import type { ProfileDto } from '@souk/contracts/auth.dto';
import type { ReactNode } from 'react';
import { FormDialog } from '~/components/form-dialog';
import { Field } from '~/components/field';
import { useSubmitForm } from '~/lib/form';
import { useErase } from '../api/own-data';
import { PasswordInput } from '~/components/password-input';

interface EraseDialogProps {
  profile: ProfileDto;
  open: boolean;
  onClose: () => void;
}

export function EraseDialog({ profile, open, onClose }: EraseDialogProps) {
  const erase = useErase();
  const form = useSubmitForm({
    defaultValues: { password: '' },
    onSubmit: (values) => erase.mutateAsync(values),
  });
  const { errors } = form.formState;
  const close = () => {
    form.reset();
    onClose();
  };
  return (
    <FormDialog
      form={form}
      open={open}
      onClose={close}
      title="Erase your account?"
      description="This cannot be undone."
      submit="Erase account"
      cancel="Keep account"
      danger
    >
      <Consequences title="What goes">
        <li>Your name, e-mail address, phone number and addresses</li>
        <li>Your cart, your sign-ins and your API keys</li>
        {profile.userType === 'vendor' && <li>Your stores: they close, with all their products</li>}
      </Consequences>
      <Consequences title="What stays">
        <li>Orders in the books of those who sold, without your name and address</li>
        <li>Your reviews, as those of a former member</li>
      </Consequences>
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={profile.username} readOnly hidden />
      <Field label="Your password" error={errors.password?.message}>
        <PasswordInput
          autoComplete="current-password"
          {...form.register('password', { required: 'Enter your password.' })}
        />
      </Field>
    </FormDialog>
  );
}

function Consequences({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="font-medium">{title}</h3>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">{children}</ul>
    </section>
  );
}
