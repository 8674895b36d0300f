import { Injectable } from '@nestjs/common';
import { PayoutRail, type TransferResult } from './payout-rail';

/** Staff sends the money from the marketplace's bank account, and confirms it with the bank's reference. */
@Injectable()
export class ManualRail extends PayoutRail {
  readonly method = 'manual';

  /** Staff may know where it goes. */
  refusalOf(): null {
    return null;
  }

  send(): Promise<TransferResult> {
    return Promise.resolve({ status: 'waiting' });
  }
}
