import { LIMITS } from '@souk/contracts';
import { Link, useLocation, useNavigate } from 'react-router';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { useSubmitForm } from '~/lib/form';
import { passwordRule } from '~/lib/form-rules';
import { isDeadLink, useResetPassword } from '../api/recovery';
import { Entrance, EntranceNews } from '~/components/entrance';
import { PasswordInput } from '~/components/password-input';

export function ResetPassword({ token }: { token: string }) {
  const { state } = useLocation() as { state: { isReset?: true } | null };
  const navigate = useNavigate();
  const reset = useResetPassword(() => navigate({ search: '' }, { replace: true, state: { isReset: true } }));
  const form = useSubmitForm({
    defaultValues: { newPassword: '' },
    onSubmit: ({ newPassword }) => reset.mutateAsync({ token, newPassword }),
  });
  const { errors, isSubmitting } = form.formState;
  if (state?.isReset) {
    return (
      <EntranceNews title="Your password is changed">
        <p className="text-muted">You are signed out on all devices. Sign in with the new password.</p>
        <Button asChild>
          <Link to="/login">Sign in</Link>
        </Button>
      </EntranceNews>
    );
  }
  if (!token || isDeadLink(reset.error)) {
    return (
      <EntranceNews title="This link does not work">
        <p className="text-muted">
          It may be incomplete, used already, or more than an hour old. If you asked for several, only the
          newest works.
        </p>
        <Button asChild>
          <Link to="/forgot-password">Ask for a new link</Link>
        </Button>
      </EntranceNews>
    );
  }
  return (
    <Entrance title="Choose a new password" lead="Saving it signs you out on all devices.">
      <form onSubmit={(event) => void form.submit(event)} noValidate className="flex flex-col gap-5">
        <FormErrorSummary form={form} />
        <Field
          label="New password"
          hint={`At least ${LIMITS.password.min} characters.`}
          error={errors.newPassword?.message}
        >
          <PasswordInput autoComplete="new-password" {...form.register('newPassword', passwordRule)} />
        </Field>
        <Button type="submit" loading={isSubmitting}>
          Save the new password
        </Button>
      </form>
    </Entrance>
  );
}
