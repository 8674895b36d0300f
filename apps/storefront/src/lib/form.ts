import { type SyntheticEvent, useRef } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import { ApiError } from './api-error';

/** Why a form cannot be sent as it is, in words for people; for what no single field of ours can show. */
export class FormProblem extends Error {}

interface SubmitFormOptions<Values extends FieldValues> {
  /** Every field needs one: a server error finds its field by it. */
  defaultValues: DefaultValues<Values>;
  /** May reject with an `ApiError`: its details are shown at their fields, the rest in the summary, as a `FormProblem` is. */
  onSubmit: (values: Values) => Promise<unknown>;
}

/** react-hook-form as Souk uses it. Pass the result to `FormErrorSummary`, `submit` to `<form onSubmit>`. */
export function useSubmitForm<Values extends FieldValues>({
  defaultValues,
  onSubmit,
}: SubmitFormOptions<Values>) {
  // The summary takes the focus, not the first wrong field.
  const form = useForm<Values>({ defaultValues, mode: 'onTouched', shouldFocusError: false });
  const send = form.handleSubmit(async (values) => {
    try {
      await onSubmit(values);
    } catch (error) {
      applyFieldErrors(form, error);
    }
  });
  const isSending = useRef(false);
  /** A second click before the first has an answer does nothing. */
  const submit = async (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    await send(event).finally(() => (isSending.current = false));
  };
  return { ...form, submit };
}

export type SubmitForm<Values extends FieldValues> = ReturnType<typeof useSubmitForm<Values>>;

/**
 * Puts `details` such as `{"shippingAddress.zipcode": ["must not be empty"]}` at the form's fields. Whatever the
 * form has no field for, and a `FormProblem`, becomes `errors.root.server`. Other errors are thrown on.
 */
export function applyFieldErrors<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'getValues' | 'setError'>,
  error: unknown,
): void {
  if (error instanceof FormProblem) {
    form.setError('root.server', { type: 'problem', message: error.message });
    return;
  }
  if (!(error instanceof ApiError)) throw error;
  let placed = 0;
  for (const [path, reasons] of Object.entries(error.details)) {
    if (!isReasons(reasons) || form.getValues(path as Path<Values>) === undefined) continue;
    form.setError(path as Path<Values>, { type: 'server', message: sentence(reasons) });
    placed += 1;
  }
  if (placed < Object.keys(error.details).length || placed === 0) {
    form.setError('root.server', { type: error.code, message: error.message });
  }
}

const isReasons = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((reason) => typeof reason === 'string');

/** `["must be a number", "must not be negative"]` → "Must be a number, must not be negative." */
function sentence(reasons: string[]): string {
  const text = reasons.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
