import type { PaymentState } from './payment.entity';

/** The gateway's final word on a charge. */
export class PaymentSettled {
  constructor(
    readonly subject: string,
    readonly status: Exclude<PaymentState, 'pending'>,
    readonly reference: string | null,
  ) {}
}

/** Money is to go back; the gateway has not confirmed yet. */
export class RefundRequested {
  constructor(readonly refundId: number) {}
}
