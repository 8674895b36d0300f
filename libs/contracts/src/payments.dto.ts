import { IsBoolean } from 'class-validator';
import { PAYMENT_PROVIDERS, type PaymentProvider } from './enums';
import { EnumField, Line } from './validators';

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

/** What the buyer has to do in the browser before a payment can go through, such as 3-D Secure. */
export class PaymentActionDto {
  @EnumField(PAYMENT_PROVIDERS, 'PaymentProvider')
  provider: PaymentProvider;
  /** For the provider's script; it concerns this one payment. @example pi_3N_secret_9f */
  clientSecret: string;
}

/** What a buyer answers to the bank of the test gateway. */
export class TestConfirmation {
  /** Of the order's `paymentAction`. */
  @Line({ min: 1, max: 255 })
  clientSecret: string;

  /** `false`: somebody else is paying with this card. */
  @IsBoolean({ message: 'must be true or false' })
  confirmed: boolean;
}
