import type { IncomingHttpHeaders } from 'node:http';
import { Logger } from '@nestjs/common';
import Stripe from 'stripe';
import type { StripeConfig } from '../../config/stripe';
import { ValidationFailed } from '../../platform/http/errors';
import { server } from './stripe-address';
import {
  Gateway,
  type ChargeOrder,
  type ChargeResult,
  type Notice,
  type OpenCharge,
  type RefundOrder,
} from './gateway';

/** Two calls make a charge, within what a buyer waits for. */
const TIMEOUT_MS = 4500;
const TOKEN = /^(pm|ctoken)_\w+$/;
const NEWS = ['payment_intent.succeeded', 'payment_intent.payment_failed', 'payment_intent.canceled'];
/** For people: they decide outside of the marketplace what follows. */
const ALARMS = /^(charge\.dispute\.|refund\.failed$)/;

/** Charges are PaymentIntents: opened first, so that their reference is known whatever becomes of the confirmation. */
export class StripeGateway extends Gateway {
  readonly name = 'stripe';
  private readonly logger = new Logger('Stripe');
  private readonly stripe: Stripe;

  constructor(private readonly config: StripeConfig) {
    super();
    this.stripe = new Stripe(config.secretKey, {
      timeout: TIMEOUT_MS,
      maxNetworkRetries: 0,
      telemetry: false,
      ...(config.apiBase && server(config.apiBase)),
    });
  }

  refusalOf(token: string): string | null {
    return TOKEN.test(token) ? null : "must be a payment method or confirmation token of Stripe's";
  }

  async charge(order: ChargeOrder): Promise<ChargeResult> {
    const { id } = await this.open(order);
    const means = order.token.startsWith('pm_')
      ? { payment_method: order.token }
      : { confirmation_token: order.token };
    try {
      const confirmed = await this.stripe.paymentIntents.confirm(
        id,
        { ...means, use_stripe_sdk: true },
        { idempotencyKey: `${keyOf(order)}:confirm` },
      );
      return resultOf(confirmed);
    } catch (error) {
      if (isRefusal(error)) return this.close(id);
      throw error;
    }
  }

  async retrieve(charge: OpenCharge): Promise<ChargeResult> {
    const intent = await this.stripe.paymentIntents.retrieve(await this.idOf(charge));
    return intent.status === 'requires_payment_method' ? this.close(intent.id) : resultOf(intent);
  }

  async cancel(charge: OpenCharge): Promise<ChargeResult> {
    return this.close(await this.idOf(charge));
  }

  async refund({ reference, key, amount }: RefundOrder): Promise<string> {
    const { id } = await this.stripe.refunds.create(
      { payment_intent: reference, amount },
      { idempotencyKey: `${reference}:${key}` },
    );
    return id;
  }

  read(body: string, headers: IncomingHttpHeaders): Notice | null {
    const event = this.verified(body, headers['stripe-signature']);
    if (ALARMS.test(event.type)) this.logger.error({ event: event.id, type: event.type }, 'Look into Stripe');
    if (event.account) throw new ValidationFailed({ account: ['is not the one of this marketplace'] });
    if (!NEWS.includes(event.type)) return null;
    const { id, metadata, amount, currency } = event.data.object as Stripe.PaymentIntent;
    // the account may take money for more than this marketplace
    if (!metadata.subject) return null;
    return {
      id: event.id,
      subject: metadata.subject,
      reference: id,
      amount,
      currency: currency.toUpperCase(),
    };
  }

  /** Opened again with the same key, it is the same one. */
  private async idOf(charge: OpenCharge): Promise<string> {
    return charge.reference ?? (await this.open(charge)).id;
  }

  private open(charge: OpenCharge): Promise<Stripe.PaymentIntent> {
    return this.stripe.paymentIntents.create(
      {
        amount: charge.amount,
        currency: charge.currency.toLowerCase(),
        allowed_payment_method_types: [...this.config.methods],
        metadata: { subject: charge.subject },
      },
      { idempotencyKey: keyOf(charge) },
    );
  }

  /** Ends it, so that no money comes late; or finds out that it has come. */
  private async close(id: string): Promise<ChargeResult> {
    try {
      return resultOf(await this.stripe.paymentIntents.cancel(id));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return resultOf(await this.stripe.paymentIntents.retrieve(id));
    }
  }

  private verified(body: string, signature: string | string[] | undefined): Stripe.Event {
    try {
      return this.stripe.webhooks.constructEvent(body, String(signature), this.config.webhookSecret);
    } catch {
      throw new ValidationFailed({ signature: ['does not belong to this body, or is too old'] });
    }
  }
}

const keyOf = ({ subject, createdAt }: OpenCharge) => `${subject}@${createdAt.getTime()}`;

const isRefusal = (error: unknown) =>
  error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripeInvalidRequestError;

function resultOf({ id, status, client_secret }: Stripe.PaymentIntent): ChargeResult {
  if (status === 'succeeded') return { status: 'succeeded', reference: id };
  if (status === 'canceled') return { status: 'failed', reference: id };
  const actionSecret = status === 'requires_action' ? client_secret : null;
  return { status: 'pending', reference: id, actionSecret };
}
