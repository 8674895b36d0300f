import type { PayoutStatus } from '@souk/contracts';
import { CodedError } from '../../platform/http/errors';

export class NoPayout extends CodedError {
  constructor(obstacle: string) {
    super('INVALID_TRANSITION', obstacle);
  }
}

export class PayoutDecided extends CodedError {
  constructor(status: PayoutStatus, allowed: readonly PayoutStatus[] = []) {
    super('INVALID_TRANSITION', `This payout is ${status}; it stays so.`, { status, allowed });
  }
}

export class PayoutByProvider extends CodedError {
  constructor() {
    super(
      'INVALID_TRANSITION',
      'This payout is sent by the payment provider, whose word decides. Send it again if it takes too long.',
    );
  }
}

export class PayoutByHand extends CodedError {
  constructor() {
    super(
      'INVALID_TRANSITION',
      'This payout is sent by hand. Confirm it when the money has left, or refuse it.',
    );
  }
}
