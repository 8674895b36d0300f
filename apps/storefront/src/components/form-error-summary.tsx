import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FieldErrors, FieldValues, Path, UseFormReturn } from 'react-hook-form';

interface FormErrorSummaryProps<Values extends FieldValues> {
  form: Pick<UseFormReturn<Values>, 'formState' | 'setFocus'>;
}

interface Problem {
  path: string;
  label: string;
  message: string;
}

/** All that keeps a form from being sent. Takes the focus when sending has failed; each entry leads to its field. */
export function FormErrorSummary<Values extends FieldValues>({ form }: FormErrorSummaryProps<Values>) {
  const { errors, submitCount, isSubmitting } = form.formState;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (submitCount > 0 && !isSubmitting) box.current?.focus();
  }, [submitCount, isSubmitting]);

  const problems = listProblems(errors);
  const general = errors.root?.server?.message;
  if (submitCount === 0 || (problems.length === 0 && !general)) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-md border border-danger bg-danger-soft p-4 text-ink"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="font-medium">{general ?? 'Please check what you have entered.'}</p>
        {problems.length > 0 && (
          <ul className="flex flex-col gap-1">
            {problems.map(({ path, label, message }) => (
              <li key={path}>
                <button
                  type="button"
                  className="text-left underline underline-offset-2 hover:decoration-2"
                  onClick={() => form.setFocus(path as Path<Values>)}
                >
                  {label}: {message}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function listProblems(errors: FieldErrors, prefix = ''): Problem[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || (prefix === '' && key === 'root')) return [];
    const path = `${prefix}${key}`;
    if (typeof error.message === 'string')
      return [{ path, label: labelOf(path, 'ref' in error && error.ref), message: error.message }];
    return listProblems(error as FieldErrors, `${path}.`);
  });
}

const CONTROLS = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement];

/** The words on the field's or group's own label, so that they cannot differ; the field's name where it has none. */
function labelOf(path: string, ref: unknown): string {
  const control = CONTROLS.some((kind) => ref instanceof kind) ? (ref as HTMLInputElement) : null;
  const isOneOfSeveral = control?.form?.elements.namedItem(control.name) instanceof RadioNodeList;
  const label = isOneOfSeveral
    ? control.closest('fieldset')?.querySelector('legend')?.textContent
    : control?.labels?.[0]?.textContent;
  if (label) return label;
  const words = (path.split('.').pop() ?? path).replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
