import { LIMITS } from '@souk/contracts';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { useState } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { SectionCard } from '~/components/card';
import { Checkbox } from '~/components/choice';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Input, Textarea } from '~/components/input';
import { SaveBar } from '~/components/save-bar';
import { useSubmitForm } from '~/lib/form';
import { emailRule } from '~/lib/form-rules';
import { atLeast, atMost, isMoney, isWhole } from '~/lib/rules';
import { useSaveStore } from '../api/stores';
import { PictureField } from './picture-field';
import { StorePreview } from './store-preview';
import { type StoreValues, toInput, toValues } from './store-values';

interface StoreFormProps {
  /** Absent for a new one. */
  store?: StoreDto;
  /** Called once everything is saved, pictures included. */
  onSaved: (store: StoreDto) => void;
}

export function StoreForm({ store, onSaved }: StoreFormProps) {
  const save = useSaveStore();
  // A new store exists from its first saving on, also when a picture was refused after it.
  const [saved, setSaved] = useState(store);
  const form = useSubmitForm<StoreValues>({
    defaultValues: toValues(store),
    onSubmit: async (values) => {
      const { logo, banner } = values;
      const id = saved?.id ?? null;
      const done = await save.mutateAsync({ id, input: toInput(values), logo, banner, onSaved: setSaved });
      setSaved(done);
      form.reset(toValues(done));
      onSaved(done);
    },
  });
  const { register, control } = form;
  const { errors, isDirty, isSubmitting } = form.formState;
  const values = useWatch({ control }) as StoreValues;

  return (
    <form
      onSubmit={form.submit}
      noValidate
      aria-label={store ? store.name : 'New store'}
      className="flex flex-col gap-6"
    >
      <FormErrorSummary form={form} />
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <SectionCard
            title="About"
            description="What buyers read first: in lists, on your page and beside your goods."
          >
            <Field label="Name" error={errors.name?.message}>
              <Input
                autoComplete="organization"
                {...register('name', {
                  required: 'Enter a name.',
                  minLength: atLeast(LIMITS.storeName.min),
                  maxLength: atMost(LIMITS.storeName.max),
                })}
              />
            </Field>
            <Field
              label="Description"
              hint="What you make or sell, and who you are."
              error={errors.description?.message}
            >
              <Textarea
                {...register('description', {
                  required: 'Enter a description.',
                  maxLength: atMost(LIMITS.storeDescription.max),
                })}
              />
            </Field>
            <Checkbox {...register('isActive')}>
              <span className="font-medium">Open to buyers</span>
              <span className="block text-sm text-muted">
                While this is off, the store and its products are hidden from everybody but you.
              </span>
            </Checkbox>
            <Checkbox {...register('announce')}>
              <span className="font-medium">Announce on X</span>
              <span className="block text-sm text-muted">
                The marketplace’s account tells of the opening, and of new products unless you say otherwise
                there.
              </span>
            </Checkbox>
          </SectionCard>

          <SectionCard
            title="Pictures"
            description="A logo beside your goods, and a wide picture at the top of your page."
          >
            <Controller
              control={control}
              name="logo"
              render={({ field }) => (
                <PictureField
                  label="Logo"
                  hint="Square; JPEG, PNG, WebP or AVIF up to 10 MB"
                  current={saved?.logo ?? null}
                  value={field.value}
                  onChange={field.onChange}
                  error={errors.logo?.message}
                />
              )}
            />
            <Controller
              control={control}
              name="banner"
              render={({ field }) => (
                <PictureField
                  label="Banner"
                  hint="Three times as wide as high, at least 1600 pixels wide"
                  wide
                  current={saved?.banner ?? null}
                  value={field.value}
                  onChange={field.onChange}
                  error={errors.banner?.message}
                />
              )}
            />
          </SectionCard>

          <SectionCard
            title="Shipping"
            description="One fee for each order that has physical goods of this store."
          >
            <div className="grid gap-5 sm:grid-cols-2">
              <Field label="Shipping fee" hint="0 for free shipping." error={errors.shippingFee?.message}>
                <Input
                  before="$"
                  inputMode="decimal"
                  {...register('shippingFee', { required: 'Enter a fee, or 0.', validate: isMoney })}
                />
              </Field>
              <Field
                label="Free shipping from"
                optional
                hint="Empty: never free."
                error={errors.freeShippingOver?.message}
              >
                <Input
                  before="$"
                  inputMode="decimal"
                  {...register('freeShippingOver', { validate: isMoney })}
                />
              </Field>
            </div>
          </SectionCard>

          <SectionCard
            title="Stock"
            description="You are told, by mail and at the bell, when something runs low."
          >
            <Field
              label="Low when so many are left"
              hint="Of a variant. 0: tell me when it is sold out."
              error={errors.lowStockAt?.message}
            >
              <Input
                inputMode="numeric"
                className="sm:max-w-40"
                {...register('lowStockAt', {
                  required: 'Enter a number, or 0.',
                  validate: isWhole(LIMITS.lowStock.max),
                })}
              />
            </Field>
          </SectionCard>

          <SectionCard
            title="Contact"
            description="Shown on the page of your store, so that buyers can reach you."
          >
            <div className="grid gap-5 sm:grid-cols-2">
              <Field label="E-mail" optional error={errors.email?.message}>
                <Input
                  type="email"
                  autoComplete="email"
                  {...register('email', { pattern: emailRule.pattern, maxLength: atMost(LIMITS.email.max) })}
                />
              </Field>
              <Field label="Phone" optional error={errors.phone?.message}>
                <Input
                  type="tel"
                  autoComplete="tel"
                  {...register('phone', { maxLength: atMost(LIMITS.phone.max) })}
                />
              </Field>
            </div>
            <Field label="Address" optional error={errors.address?.message}>
              <Input
                autoComplete="street-address"
                {...register('address', { maxLength: atMost(LIMITS.address.max) })}
              />
            </Field>
          </SectionCard>
        </div>
        <aside aria-label="Preview" className="xl:sticky xl:top-6">
          <StorePreview values={values} saved={saved} />
        </aside>
      </div>
      <SaveBar
        dirty={isDirty}
        saving={isSubmitting}
        onDiscard={() => form.reset()}
        saveLabel={saved ? 'Save' : 'Open store'}
      />
    </form>
  );
}
