import { LIMITS } from '@souk/contracts';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Input } from '~/components/input';
import { useSubmitForm } from '~/lib/form';
import { emailRule } from '~/lib/form-rules';
import { useForgotPassword } from '../api/recovery';
import { Entrance, EntranceNews } from '~/components/entrance';

export function ForgotPassword() {
  const forgot = useForgotPassword();
  const form = useSubmitForm({
    defaultValues: { email: '' },
    onSubmit: (values) => forgot.mutateAsync(values),
  });
  const { errors, isSubmitting } = form.formState;
  if (forgot.isSuccess) {
    return (
      <EntranceNews title="Look into your mailbox">
        <p className="text-muted">
          If an account has the address{' '}
          <strong className="wrap-anywhere text-ink">{forgot.variables.email}</strong>, a mail with a link is
          on its way. The link works once, within one hour.
        </p>
        <Button variant="secondary" onClick={() => forgot.reset()}>
          Try another address
        </Button>
      </EntranceNews>
    );
  }
  return (
    <Entrance title="Forgot your password?" lead="We mail you a link with which you choose a new one.">
      <form onSubmit={(event) => void form.submit(event)} noValidate className="flex flex-col gap-5">
        <FormErrorSummary form={form} />
        <Field label="E-mail address" error={errors.email?.message}>
          <Input
            type="email"
            autoComplete="email"
            maxLength={LIMITS.email.max}
            {...form.register('email', emailRule)}
          />
        </Field>
        <Button type="submit" loading={isSubmitting}>
          Send the link
        </Button>
      </form>
    </Entrance>
  );
}
