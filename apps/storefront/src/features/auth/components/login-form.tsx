import { LIMITS } from '@souk/contracts';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Input } from '~/components/input';
import { useSubmitForm } from '~/lib/form';
import { useLogin } from '../api/session';
import { PasswordInput } from '~/components/password-input';

interface LoginFormProps {
  /** Already known, such as an e-mail address typed elsewhere on the page. */
  username?: string;
  onDone?: () => void;
}

export function LoginForm({ username = '', onDone }: LoginFormProps) {
  const login = useLogin();
  const form = useSubmitForm({
    defaultValues: { username, password: '' },
    onSubmit: (values) => login.mutateAsync(values, { onSuccess: onDone }),
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <form onSubmit={(event) => void form.submit(event)} noValidate className="flex flex-col gap-5">
      <FormErrorSummary form={form} />
      <Field label="Username or e-mail" error={errors.username?.message}>
        <Input
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={LIMITS.email.max}
          {...form.register('username', { required: 'Enter your username or e-mail address.' })}
        />
      </Field>
      <Field label="Password" error={errors.password?.message}>
        <PasswordInput
          autoComplete="current-password"
          {...form.register('password', { required: 'Enter your password.' })}
        />
      </Field>
      <Button type="submit" loading={isSubmitting}>
        Sign in
      </Button>
      <Button asChild variant="link" className="self-center">
        <Link to="/forgot-password">Forgot your password?</Link>
      </Button>
    </form>
  );
}
