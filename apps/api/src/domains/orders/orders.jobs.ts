import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { PeriodicJob } from '../../platform/jobs/periodic-job';
import { IdempotencyService } from './idempotency.service';
import { SettlementService } from './settlement.service';

const EVERY_MS = 30_000;

/** Finishes what nobody else does: unpaid orders give their stock back, old idempotency keys are forgotten. */
@Injectable()
export class Sweeper extends PeriodicJob {
  constructor(
    config: Config,
    private readonly settlement: SettlementService,
    private readonly keys: IdempotencyService,
  ) {
    super(config, EVERY_MS);
  }

  protected async work(): Promise<void> {
    await this.settlement.sweep();
    await this.keys.forgetOld();
  }
}
