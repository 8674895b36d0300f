import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { PeriodicJob } from '../../platform/jobs/periodic-job';
import { SettlementService } from './settlement.service';

const EVERY_MS = 30_000;

/** Finishes what nobody else does: unpaid orders give their stock back. */
@Injectable()
export class Sweeper extends PeriodicJob {
  constructor(
    config: Config,
    private readonly settlement: SettlementService,
  ) {
    super(config, EVERY_MS);
  }

  protected work(): Promise<void> {
    return this.settlement.sweep();
  }
}
