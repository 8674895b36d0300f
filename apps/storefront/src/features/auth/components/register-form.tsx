import { LIMITS, type UserType } from '@souk/contracts';
import { useNavigate } from 'react-router';
import { Button } from '~/components/button';
import { Radio, RadioGroup } from '~/components/choice';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Input } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { useRegister } from '../api/session';
import { PasswordInput } from '~/components/password-input';
import { emailRule, passwordRule, usernameRule } from '~/lib/form-rules';

interface RegisterFormProps {
  /** Already known, such as one typed elsewhere on the page. */
  email?: string;
  /** Without one, the form asks. */
  userType?: UserType;
  onDone?: () => void;
}

interface Values {
  userType: UserType;
  username: string;
  email: string;
  password: string;
}

export function RegisterForm({ email = '', userType, onDone }: RegisterFormProps) {
  const signUp = useRegister();
  const navigate = useNavigate();
  const form = useSubmitForm<Values>({
    defaultValues: { userType: userType ?? 'buyer', username: '', email, password: '' },
    onSubmit: async (values) => {
      const { user } = await signUp.mutateAsync(values, { onSuccess: onDone });
      toast.success('Please confirm your address', {
        description: `Open the link that we have mailed to ${user.email}. Your profile sends it again.`,
        action: { label: 'Open profile', onClick: () => void navigate('/profile') },
        duration: 8_000,
      });
    },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <form onSubmit={(event) => void form.submit(event)} noValidate className="flex flex-col gap-5">
      <FormErrorSummary form={form} />
      {!userType && (
        <RadioGroup legend="What brings you here?" error={errors.userType?.message}>
          <Radio
            value="buyer"
            label="I want to buy"
            description="Order from every store, follow your parcels, review what you bought."
            {...form.register('userType')}
          />
          <Radio
            value="vendor"
            label="I want to sell"
            description="Open stores and sell in them. You can buy with the same account."
            {...form.register('userType')}
          />
        </RadioGroup>
      )}
      <Field label="E-mail address" error={errors.email?.message}>
        <Input
          type="email"
          autoComplete="email"
          maxLength={LIMITS.email.max}
          {...form.register('email', emailRule)}
        />
      </Field>
      <Field
        label="Username"
        hint="Others see it beside your reviews. Letters, digits, dots, dashes and underscores."
        error={errors.username?.message}
      >
        <Input
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={LIMITS.username.max}
          {...form.register('username', usernameRule)}
        />
      </Field>
      <Field
        label="Password"
        hint={`At least ${LIMITS.password.min} characters.`}
        error={errors.password?.message}
      >
        <PasswordInput autoComplete="new-password" {...form.register('password', passwordRule)} />
      </Field>
      <Button type="submit" loading={isSubmitting}>
        Create account
      </Button>
    </form>
  );
}
