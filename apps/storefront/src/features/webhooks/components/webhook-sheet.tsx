import { EVENT_TYPES, LIMITS, type EventType } from '@souk/contracts';
import type { WebhookDto, WebhookInput } from '@souk/contracts/webhooks.dto';
import { useWatch } from 'react-hook-form';
import { Checkbox, Radio, RadioGroup } from '~/components/choice';
import { Field, FieldError } from '~/components/field';
import { FormSheet } from '~/components/form-dialog';
import { Input } from '~/components/input';
import { useSubmitForm } from '~/lib/form';
import { orNull } from '~/lib/rules';
import { EVENT_WORDS } from '../model/words';

interface WebhookValues {
  url: string;
  description: string;
  hears: 'all' | 'chosen';
  eventTypes: EventType[];
  active: boolean;
}

interface WebhookSheetProps {
  /** null for a new one. */
  webhook: WebhookDto | null;
  onSave: (input: WebhookInput) => Promise<unknown>;
  onClose: () => void;
}

export function WebhookSheet({ webhook, onSave, onClose }: WebhookSheetProps) {
  const form = useSubmitForm<WebhookValues>({
    defaultValues: {
      url: webhook?.url ?? '',
      description: webhook?.description ?? '',
      hears: webhook?.eventTypes ? 'chosen' : 'all',
      eventTypes: webhook?.eventTypes ?? [],
      active: webhook?.active ?? true,
    },
    onSubmit: ({ url, description, hears, eventTypes, active }) =>
      onSave({
        ...{ url, description: orNull(description), active },
        eventTypes: hears === 'all' ? null : eventTypes,
      }),
  });
  const { register, control, formState } = form;
  const { errors } = formState;
  const hears = useWatch({ control, name: 'hears' });
  return (
    <FormSheet
      form={form}
      onClose={onClose}
      title={webhook ? 'Edit webhook' : 'Add webhook'}
      description="Souk sends what happens to this address, signed, and tries again for three days when nobody answers."
      submit={webhook ? 'Save webhook' : 'Add webhook'}
    >
      <Field
        label="Address"
        hint="On the public internet, such as https://example.com/souk."
        error={errors.url?.message}
      >
        <Input
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={LIMITS.webhooks.url}
          {...register('url', { required: 'Enter the address of your program.' })}
        />
      </Field>
      <Field label="Name" optional hint="What you call it." error={errors.description?.message}>
        <Input autoComplete="off" maxLength={LIMITS.webhooks.description} {...register('description')} />
      </Field>
      <RadioGroup legend="It hears of">
        <Radio label="Everything" value="all" {...register('hears')} />
        <Radio label="What I choose" value="chosen" {...register('hears')} />
      </RadioGroup>
      {hears === 'chosen' && (
        <fieldset
          aria-describedby={errors.eventTypes ? 'event-types-error' : undefined}
          className="flex min-w-0 flex-col gap-3"
        >
          <legend className="mb-2 font-medium">Events</legend>
          {EVENT_TYPES.map((type) => (
            <Checkbox
              key={type}
              value={type}
              {...register('eventTypes', {
                validate: (types) => types.length > 0 || 'Choose what it hears of.',
              })}
            >
              {EVENT_WORDS[type]}
              <code className="block text-sm text-muted">{type}</code>
            </Checkbox>
          ))}
          {errors.eventTypes?.message && (
            <FieldError id="event-types-error">{errors.eventTypes.message}</FieldError>
          )}
        </fieldset>
      )}
      <Checkbox {...register('active')}>
        <span className="font-medium">On</span>
        <span className="block text-sm text-muted">While this is off, nothing is sent there.</span>
      </Checkbox>
    </FormSheet>
  );
}
