import { PAYMENT_PROVIDERS, type PaymentProvider } from './enums';
import { EnumField } from './validators';

/** What a page needs to ask for a payment. */
export class PaymentConfigDto {
  /** `payment.method` of an order. */
  @EnumField(PAYMENT_PROVIDERS, 'PaymentProvider')
  provider: PaymentProvider;
  /** For the provider's form in the browser; `null` where there is none. @example pk_live_51H */
  publishableKey: string | null;
  /** The script that brings the provider's form; `null` where there is none. @example https://js.stripe.com/endive/stripe.js */
  scriptUrl: string | null;
  /** Ways to pay that the form may offer, in the provider's words. @example ["card"] */
  methods: string[];
  /** ISO 4217. @example USD */
  currency: string;
}
