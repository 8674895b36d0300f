import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { PeriodicJob } from '../../platform/jobs/periodic-job';
import { PaymentsService } from './payments.service';

const EVERY_MS = 2000;

/** Finds out what became of charges that were left open. */
@Injectable()
export class Reconciliation extends PeriodicJob {
  constructor(
    config: Config,
    private readonly payments: PaymentsService,
  ) {
    super(config, EVERY_MS);
  }

  protected work(): Promise<void> {
    return this.payments.reconcile();
  }
}
