import { Module } from '@nestjs/common';
import { Config } from '../../config/config';
import { AuditLog } from '../../platform/audit/audit-log';
import { LimitsModule } from '../../platform/limits/limits.module';
import { AuthModule } from '../auth/auth.module';
import { StoresModule } from '../stores/stores.module';
import { UsersModule } from '../users/users.module';
import { AdminLedgerController } from './admin-ledger.controller';
import { BalancesQueries } from './balances.queries';
import { Books } from './books';
import { CommissionsService } from './commissions.service';
import { LedgerController } from './ledger.controller';
import { LedgerMapper } from './ledger.mapper';
import { LedgerOwnData } from './ledger.own-data';
import { ManualRail } from './manual-rail';
import { OwnBalancesController } from './own-balances.controller';
import { PayoutAccountController } from './payout-account.controller';
import { PayoutAccounts } from './payout-accounts';
import { PayoutRail } from './payout-rail';
import { PayoutsQueries } from './payouts.queries';
import { PayoutsService } from './payouts.service';
import { StatementsCsv } from './statements-csv';
import { StatementsQueries } from './statements.queries';
import { Verification } from './verification';

/** What the marketplace owes to whom. */
@Module({
  imports: [UsersModule, AuthModule, StoresModule, LimitsModule],
  controllers: [LedgerController, OwnBalancesController, PayoutAccountController, AdminLedgerController],
  providers: [
    Books,
    BalancesQueries,
    StatementsQueries,
    StatementsCsv,
    PayoutAccounts,
    PayoutsService,
    PayoutsQueries,
    CommissionsService,
    Verification,
    LedgerMapper,
    LedgerOwnData,
    AuditLog,
    {
      provide: PayoutRail,
      useFactory: async ({ payoutMethod, stripe }: Config) => {
        if (payoutMethod !== 'stripe' || !stripe) return new ManualRail();
        const { StripeRail } = await import('./stripe-rail');
        return new StripeRail(stripe);
      },
      inject: [Config],
    },
  ],
  exports: [Verification, PayoutsService],
})
export class LedgerModule {}
