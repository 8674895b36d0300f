import { LIMITS, type PartStatus, type ReturnStatus } from '@souk/contracts';
import { CodedError } from '../../platform/http/errors';
import type { CartDifference } from './cart-differences';

export class CartEmpty extends CodedError {
  constructor() {
    super('CART_EMPTY', 'The cart is empty. Put something into it first.');
  }
}

export class CartChanged extends CodedError {
  /** @param total what the order would cost now, as a decimal string */
  constructor(total: string, changes: CartDifference[]) {
    super('CART_CHANGED', 'The cart has changed since you saw it. Look at it again and confirm.', {
      total,
      changes,
    });
  }
}

export class PaymentDeclined extends CodedError {
  constructor() {
    super('PAYMENT_DECLINED', 'The payment was declined. Nothing was charged; try another way to pay.');
  }
}

export class IdempotencyKeyReused extends CodedError {
  constructor() {
    super(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key belongs to another request. Send a new key with a new request.',
    );
  }
}

export class InvalidTransition extends CodedError {
  constructor(status: PartStatus, allowed: readonly PartStatus[], message = told(status, allowed)) {
    super('INVALID_TRANSITION', message, { status, allowed });
  }
}

export class ReturnEnded extends CodedError {
  constructor(status: ReturnStatus) {
    super('INVALID_TRANSITION', `This return is ${status} already; it stays so.`, { status, allowed: [] });
  }
}

/** The same for what was never signed here, has ended, or leads to what is not paid for any more. */
export class LinkWorthless extends CodedError {
  constructor() {
    super('NOT_FOUND', 'This link is not good, or not any more. Get a new one from your order.', {
      resource: 'download',
    });
  }
}

export class FileNotThere extends CodedError {
  /** @param email the store's, if it has one */
  constructor(store: string, email: string | null) {
    const whom = email ? `${store} (${email})` : store;
    super('NOT_FOUND', `The store has not added the file yet. You can ask ${whom} for it, or for a refund.`, {
      resource: 'file',
    });
  }
}

export class DownloadsUsedUp extends CodedError {
  constructor(downloadsLimit = LIMITS.downloads.max) {
    super(
      'PERMISSION_DENIED',
      `This was downloaded ${downloadsLimit} times, which is as often as it can be. Ask the store for help.`,
      { downloadsUsed: downloadsLimit, downloadsLimit },
    );
  }
}

export class OrdersStillOpen extends CodedError {
  /** @param purchases @param sales the numbers of the orders that somebody still waits for */
  constructor(purchases: string[], sales: string[]) {
    const ways = [
      purchases.length > 0 &&
        `cancel your purchases ${purchases.join(', ')}, or wait until they are delivered and their returns answered`,
      sales.length > 0 && `deliver or cancel your sales ${sales.join(', ')}, and answer their returns`,
    ].filter(Boolean);
    super('INVALID_TRANSITION', `The account still has open orders. First ${ways.join('; and ')}.`, {
      purchases,
      sales,
    });
  }
}

const told = (status: PartStatus, allowed: readonly PartStatus[]) =>
  allowed.length === 0
    ? `This part of the order is ${status}; it stays so.`
    : `This part of the order is ${status}; it can become ${allowed.join(' or ')} next.`;
