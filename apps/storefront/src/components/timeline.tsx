import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '~/lib/cn';

export interface TimelineStep {
  title: string;
  description?: ReactNode;
  state: 'done' | 'current' | 'upcoming' | 'failed';
}

const STATE_WORDS = {
  done: 'done',
  current: 'current step',
  upcoming: 'still to come',
  failed: 'stopped here',
};

/** Steps from top to bottom: where an order stands, what a new vendor has left to do. */
export function Timeline({ label, steps }: { label: string; steps: readonly TimelineStep[] }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {steps.map((step, index) => (
        <li
          // the same can happen twice
          key={`${index} ${step.title}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="group flex gap-3.5"
        >
          <div className="flex flex-col items-center">
            <Dot state={step.state} />
            {index < steps.length - 1 && (
              <span
                aria-hidden
                className={cn('w-0.5 flex-1', step.state === 'done' ? 'bg-action' : 'bg-line')}
              />
            )}
          </div>
          <div className="flex min-w-0 flex-col pb-5 group-last:pb-0">
            <p className={cn('leading-6 font-medium', step.state === 'upcoming' && 'font-normal text-muted')}>
              {step.title}
              <span className="sr-only">, {STATE_WORDS[step.state]}</span>
            </p>
            {step.description && (
              <div className="text-sm wrap-anywhere whitespace-pre-line text-muted">{step.description}</div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Dot({ state }: Pick<TimelineStep, 'state'>) {
  return (
    <span
      aria-hidden
      className={cn(
        'flex size-6 shrink-0 items-center justify-center rounded-full border-2',
        state === 'done' && 'border-action bg-action text-on-action',
        state === 'current' && 'border-action bg-surface',
        state === 'upcoming' && 'border-line bg-surface',
        state === 'failed' && 'border-danger bg-danger text-on-danger',
      )}
    >
      {state === 'done' && <Check className="size-3.5" strokeWidth={3} />}
      {state === 'current' && <span className="size-2.5 rounded-full bg-action" />}
      {state === 'failed' && <X className="size-3.5" strokeWidth={3} />}
    </span>
  );
}
