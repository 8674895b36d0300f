import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import { stringify } from 'csv-stringify/sync';
import { Config } from '../../config/config';
import type { Store } from '../stores/store.entity';
import type { LedgerEntry } from './ledger.entity';
import { boundsOf } from './months';
import { StatementsQueries, type Statement } from './statements.queries';

const ROWS_PER_BATCH = 1000;
const HEADER = ['Entry', 'Time', 'Type', 'Order', 'Payout', 'Amount', 'Currency'];

/** A month's entries between its opening and its closing balance, so that the column adds up. */
@Injectable()
export class StatementsCsv {
  constructor(
    private readonly config: Config,
    private readonly statements: StatementsQueries,
  ) {}

  /** @throws NotFound */
  async ofMonth(store: Store, month: string): Promise<Readable> {
    const statement = await this.statements.statement(store, month);
    return Readable.from(this.lines(store.id, statement));
  }

  private async *lines(storeId: number, { month, opening, closing }: Statement): AsyncGenerator<string> {
    const { currency } = this.config;
    const { from, to } = boundsOf(month);
    yield stringify([HEADER, ['', from.toISOString(), 'opening', '', '', formatMinor(opening), currency]]);
    for (let last = 0; ;) {
      const entries = await this.statements.batchOf(storeId, month, last, ROWS_PER_BATCH);
      yield stringify(entries.map((entry) => [...cellsOf(entry), currency]));
      if (entries.length < ROWS_PER_BATCH) break;
      last = entries.at(-1)?.id ?? last;
    }
    yield stringify([['', to.toISOString(), 'closing', '', '', formatMinor(closing), currency]]);
  }
}

const cellsOf = ({ id, bookedAt, kind, order, payoutId, amount }: LedgerEntry) => [
  id,
  bookedAt.toISOString(),
  kind,
  order?.number ?? '',
  payoutId ?? '',
  formatMinor(amount),
];
