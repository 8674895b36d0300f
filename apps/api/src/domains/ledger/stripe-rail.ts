import Stripe from 'stripe';
import type { StripeConfig } from '../../config/stripe';
import { server } from '../payments/stripe-address';
import { PayoutRail, type Transfer, type TransferResult } from './payout-rail';

const TIMEOUT_MS = 10_000;
const ACCOUNT = /^acct_\w{1,50}$/;

/** Transfers to the vendors' connected accounts, which Stripe pays out to their banks. */
export class StripeRail extends PayoutRail {
  readonly method = 'stripe';
  private readonly stripe: Stripe;

  constructor({ secretKey, apiBase }: Pick<StripeConfig, 'secretKey' | 'apiBase'>) {
    super();
    this.stripe = new Stripe(secretKey, {
      timeout: TIMEOUT_MS,
      maxNetworkRetries: 0,
      telemetry: false,
      ...(apiBase && server(apiBase)),
    });
  }

  refusalOf(account: string | null): string | null {
    if (account === null) return 'Say first which connected account at Stripe the money goes to.';
    return ACCOUNT.test(account)
      ? null
      : 'The account must be a connected one at Stripe, such as acct_1A2b3C.';
  }

  async send({ payoutId, amount, currency, account }: Transfer): Promise<TransferResult> {
    const group = `payout_${payoutId}`;
    // Stripe forgets keys after a day, and a payout may be ordered again later than that
    const { data } = await this.stripe.transfers.list({ transfer_group: group, limit: 1 });
    if (data[0]) return { status: 'paid', reference: data[0].id };
    try {
      const { id } = await this.stripe.transfers.create(
        { amount, currency: currency.toLowerCase(), destination: account ?? '', transfer_group: group },
        { idempotencyKey: group },
      );
      return { status: 'paid', reference: id };
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
      return { status: 'refused', reason: error.message };
    }
  }
}
