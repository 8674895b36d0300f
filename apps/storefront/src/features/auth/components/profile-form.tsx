import { LIMITS } from '@souk/contracts';
import type { ProfileDto } from '@souk/contracts/auth.dto';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Input } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { emailRule } from '~/lib/form-rules';
import { orNull } from '~/lib/rules';
import { useUpdateProfile } from '../api/profile';

export function ProfileForm({ profile }: { profile: ProfileDto }) {
  const update = useUpdateProfile();
  const form = useSubmitForm({
    defaultValues: valuesOf(profile),
    onSubmit: async ({ email, firstName, lastName, phone, address }) => {
      const saved = await update.mutateAsync({
        email,
        firstName: orNull(firstName),
        lastName: orNull(lastName),
        phone: orNull(phone),
        address: orNull(address),
      });
      form.reset(valuesOf(saved));
      toast.success('Your profile is saved');
    },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <SectionCard title="Profile" description={`You are ${profile.username}, a ${profile.userType}.`}>
      <form onSubmit={(event) => void form.submit(event)} noValidate className="flex flex-col gap-5">
        <FormErrorSummary form={form} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="First name" optional error={errors.firstName?.message}>
            <Input
              autoComplete="given-name"
              maxLength={LIMITS.personName.max}
              {...form.register('firstName')}
            />
          </Field>
          <Field label="Last name" optional error={errors.lastName?.message}>
            <Input
              autoComplete="family-name"
              maxLength={LIMITS.personName.max}
              {...form.register('lastName')}
            />
          </Field>
          <Field label="E-mail address" error={errors.email?.message}>
            <Input
              type="email"
              autoComplete="email"
              maxLength={LIMITS.email.max}
              {...form.register('email', emailRule)}
            />
          </Field>
          <Field label="Phone" optional error={errors.phone?.message}>
            <Input type="tel" autoComplete="tel" maxLength={LIMITS.phone.max} {...form.register('phone')} />
          </Field>
          <Field label="Address" optional error={errors.address?.message} className="sm:col-span-2">
            <Input
              autoComplete="street-address"
              maxLength={LIMITS.address.max}
              {...form.register('address')}
            />
          </Field>
        </div>
        <Button type="submit" loading={isSubmitting} className="self-start">
          Save profile
        </Button>
      </form>
    </SectionCard>
  );
}

const valuesOf = ({ email, firstName, lastName, phone, address }: ProfileDto) => ({
  email,
  firstName: firstName ?? '',
  lastName: lastName ?? '',
  phone: phone ?? '',
  address: address ?? '',
});
