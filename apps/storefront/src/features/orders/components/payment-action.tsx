import type { OrderDto } from '@souk/contracts/orders.dto';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { api, unwrap } from '~/lib/api';
import { paymentConfigQuery } from '../api/payment-config';
import { loadStripe } from '../api/stripe';

export interface PaymentAction {
  /**
   * Lets the buyer do what the bank wants, such as 3-D Secure, and asks what became of it. Rejects where that cannot be
   * found out now; the order is there all the same.
   */
  act: (order: OrderDto, token: string | null) => Promise<OrderDto>;
  /** To be put on the page. */
  dialog: ReactNode;
}

/** Of the test gateway's bank. `null`: the buyer does not answer now. */
interface Question {
  answer: (confirmed: boolean | null) => void;
}

export function usePaymentAction(): PaymentAction {
  const queries = useQueryClient();
  const [question, setQuestion] = useState<Question | null>(null);

  const askTestBank = async (clientSecret: string) => {
    const confirmed = await new Promise<boolean | null>((answer) => setQuestion({ answer }));
    setQuestion(null);
    if (confirmed === null) return;
    await unwrap(api.POST('/api/payments/test/confirmations', { body: { clientSecret, confirmed } }));
  };
  const act = async (order: OrderDto, token: string | null) => {
    if (!order.paymentAction) return order;
    const { provider, clientSecret } = order.paymentAction;
    let failure: unknown = null;
    try {
      await (provider === 'stripe' ? askStripe(queries, clientSecret) : askTestBank(clientSecret));
    } catch (error) {
      failure = error;
    }
    const now = await unwrap(
      api.POST('/api/orders/{id}/check-payment', {
        params: { path: { id: order.id }, query: { token: token ?? undefined } },
      }),
    );
    // a bank that was answered in another window has nothing to ask any more
    if (failure !== null && now.paymentAction) throw failure;
    return now;
  };
  return { act, dialog: question && <TestBank answer={question.answer} /> };
}

/** In a window of the bank's. What the buyer has done there is not said here: the API finds out. */
async function askStripe(queries: QueryClient, clientSecret: string): Promise<void> {
  const stripe = await loadStripe(await queries.ensureQueryData(paymentConfigQuery));
  await stripe.handleNextAction({ clientSecret });
}

function TestBank({ answer }: Question) {
  return (
    <Dialog
      open
      onOpenChange={(open) => open || answer(null)}
      title="Are you paying with this card?"
      description="Here a bank would ask whether it is you. No money moves in test mode."
      footer={
        <>
          <Button variant="secondary" onClick={() => answer(false)}>
            No, refuse
          </Button>
          <Button onClick={() => answer(true)}>Yes, confirm</Button>
        </>
      }
    />
  );
}
