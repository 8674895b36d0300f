import { LIMITS } from '@souk/contracts';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { passwordRule } from '~/lib/form-rules';
import { useChangePassword } from '../api/profile';
import { PasswordInput } from '~/components/password-input';

const EMPTY = { currentPassword: '', newPassword: '' };

export function PasswordForm({ username }: { username: string }) {
  const change = useChangePassword();
  const form = useSubmitForm({
    defaultValues: EMPTY,
    onSubmit: async (values) => {
      await change.mutateAsync(values);
      form.reset(EMPTY);
      toast.success('Your password is changed');
    },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <SectionCard title="Password" description="Changing it signs you out on all other devices.">
      <form onSubmit={(event) => void form.submit(event)} noValidate className="flex flex-col gap-5">
        <FormErrorSummary form={form} />
        {/* Tells password managers whose password this is. */}
        <input type="text" autoComplete="username" value={username} readOnly hidden />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Current password" error={errors.currentPassword?.message}>
            <PasswordInput
              autoComplete="current-password"
              {...form.register('currentPassword', { required: 'Enter your current password.' })}
            />
          </Field>
          <Field
            label="New password"
            hint={`At least ${LIMITS.password.min} characters.`}
            error={errors.newPassword?.message}
          >
            <PasswordInput autoComplete="new-password" {...form.register('newPassword', passwordRule)} />
          </Field>
        </div>
        <Button type="submit" loading={isSubmitting} className="self-start">
          Change password
        </Button>
      </form>
    </SectionCard>
  );
}
