import type { PaymentConfigDto } from '@souk/contracts/payments.dto';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import { Button } from '~/components/button';
import { Loading, Skeleton } from '~/components/skeleton';
import { cn } from '~/lib/cn';
import { FormProblem } from '~/lib/form';
import { type CardForm, type Payer, openCardForm } from '../api/card-form';

/** Who asks for the buyer's card. */
export interface PaymentForm {
  /** Rejects with a `FormProblem`. */
  token: (payer: Payer) => Promise<string>;
}

interface CardFieldsProps {
  config: PaymentConfigDto;
  /** Decimal, above 0. */
  total: string;
  ref: Ref<PaymentForm>;
}

/** The card, in a form of Stripe's. */
export function CardFields({ config, total, ref }: CardFieldsProps) {
  const place = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState<CardForm | 'failed' | null>(null);
  const [tries, setTries] = useState(0);
  const open = useEffectEvent((element: HTMLElement) => openCardForm(config, total, element));

  useEffect(() => {
    if (!place.current) return undefined;
    let isGone = false;
    let opened: CardForm | null = null;
    open(place.current).then(
      (cardForm) => {
        opened = cardForm;
        if (isGone) cardForm.close();
        else setForm(cardForm);
      },
      () => isGone || setForm('failed'),
    );
    return () => {
      isGone = true;
      opened?.close();
      setForm(null);
    };
  }, [tries]);

  const isOpen = form !== null && form !== 'failed';
  useEffect(() => {
    if (isOpen) form.update(total);
  }, [isOpen, form, total]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const watcher = new MutationObserver(() => form.repaint());
    watcher.observe(document.documentElement, { attributeFilter: ['class'] });
    return () => watcher.disconnect();
  }, [isOpen, form]);
  useImperativeHandle(ref, () => ({
    token: (payer) => {
      if (isOpen) return form.token(payer);
      return Promise.reject(new FormProblem(NOT_THERE[form ?? 'loading']));
    },
  }));

  return (
    <>
      <div ref={place} className={cn(!isOpen && 'sr-only')} />
      {form === null && (
        <Loading label="Loading the card form" className="flex flex-col gap-4">
          <Skeleton className="h-16" />
          <Skeleton className="h-16" />
        </Loading>
      )}
      {form === 'failed' && (
        <div role="alert" className="flex flex-col items-start gap-3">
          <p>
            The card form could not be loaded. Check your connection; something may also block js.stripe.com.
          </p>
          <Button variant="secondary" onClick={() => setTries((count) => count + 1)}>
            Load it again
          </Button>
        </div>
      )}
    </>
  );
}

const NOT_THERE = {
  loading: 'The card form is still loading. Enter your card there first.',
  failed: 'The card form could not be loaded, so there is nothing to pay with yet.',
};
