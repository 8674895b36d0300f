import { LIMITS, type ApiKeyScope, type UserType } from '@souk/contracts';
import { type RefObject, useState } from 'react';
import { Checkbox } from '~/components/choice';
import { FormDialog } from '~/components/form-dialog';
import { Field, FieldError } from '~/components/field';
import { Input } from '~/components/input';
import { useSubmitForm } from '~/lib/form';
import { useCreateKey } from '../api/keys';
import { NewKey } from './new-key';

const CHOICES: readonly { scope: ApiKeyScope; label: string; vendorsOnly?: boolean }[] = [
  { scope: 'read', label: 'Read all that you can see' },
  { scope: 'products', label: 'Write stores, products, pictures and imports', vendorsOnly: true },
  { scope: 'orders', label: 'Fill the cart, place and handle orders' },
  { scope: 'reviews', label: 'Review and reply' },
  { scope: 'webhooks', label: 'Have events sent to addresses of its own' },
];

interface ApiKeyDialogProps {
  userType: UserType;
  /** Has the focus afterwards. */
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** Asks what the key is for, then shows it, this once. */
export function ApiKeyDialog({ userType, opener, onClose }: ApiKeyDialogProps) {
  const create = useCreateKey();
  const [key, setKey] = useState<string | null>(null);
  const form = useSubmitForm<{ name: string; scopes: ApiKeyScope[] }>({
    defaultValues: { name: '', scopes: ['read'] },
    onSubmit: async (values) => setKey((await create.mutateAsync(values)).key),
  });
  const { errors } = form.formState;
  if (key) return <NewKey opener={opener} secret={key} onClose={onClose} />;
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      opener={opener}
      title="New API key"
      description="It can do what you choose here, and never change your account."
      submit="Create key"
    >
      <Field label="Name" hint="What will use it." error={errors.name?.message}>
        <Input
          autoComplete="off"
          maxLength={LIMITS.apiKeys.name}
          {...form.register('name', { required: 'Name the key.' })}
        />
      </Field>
      <fieldset
        aria-describedby={errors.scopes ? 'scopes-error' : undefined}
        className="flex min-w-0 flex-col gap-3"
      >
        <legend className="mb-2 font-medium">It may</legend>
        {CHOICES.filter(({ vendorsOnly }) => !vendorsOnly || userType === 'vendor').map(
          ({ scope, label }) => (
            <Checkbox
              key={scope}
              value={scope}
              {...form.register('scopes', {
                validate: (scopes) => scopes.length > 0 || 'Choose what the key may do.',
              })}
            >
              {label}
            </Checkbox>
          ),
        )}
        {errors.scopes?.message && <FieldError id="scopes-error">{errors.scopes.message}</FieldError>}
      </fieldset>
    </FormDialog>
  );
}
