import { Injectable } from '@nestjs/common';
import { PayoutRail, type TransferResult } from './payout-rail';

/** Staff sends the money from the marketplace's bank account, and confirms it with the bank's reference. */
@Injectable()
export class ManualRail extends PayoutRail {
  readonly method = 'manual';

  /** Whether there is such an account the bank says. */
  refusalOf(account: string | null): string | null {
    return account === null ? 'Say first which bank account the money goes to.' : null;
  }

  send(): Promise<TransferResult> {
    return Promise.resolve({ status: 'waiting' });
  }
}
