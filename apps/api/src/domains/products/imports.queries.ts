import { Injectable } from '@nestjs/common';
import type { PageQuery } from '@souk/contracts/common.dto';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { Import, ImportProblemRow } from './import.entity';

const NEWEST: Order<Import> = {
  by: 'import.id',
  id: 'import.id',
  direction: 'DESC',
  key: ({ id }) => id,
};

@Injectable()
export class ImportsQueries {
  constructor(private readonly database: Database) {}

  ofStore(storeId: number, query: PageQuery): Promise<PageOf<Import>> {
    const imports = this.database.repository(Import).createQueryBuilder('import').where({ storeId });
    return page(imports, NEWEST, query);
  }

  /** @throws NotFound, for another store's import as for a missing one */
  async find(storeId: number, id: number): Promise<Import> {
    const found = await this.database.repository(Import).findOneBy({ id, storeId });
    if (!found) throw new NotFound('import');
    return found;
  }

  problemsOf(importId: number): Promise<ImportProblemRow[]> {
    return this.database
      .repository(ImportProblemRow)
      .find({ where: { importId }, order: { line: 'ASC', id: 'ASC' } });
  }

  async problemCounts(importIds: number[]): Promise<Map<number, number>> {
    if (importIds.length === 0) return new Map();
    const counts = await this.database
      .repository(ImportProblemRow)
      .createQueryBuilder('problem')
      .select('problem.importId', 'importId')
      .addSelect('COUNT(*)', 'count')
      .where('problem.importId IN (:...importIds)', { importIds })
      .groupBy('problem.importId')
      .getRawMany<{ importId: number; count: number | string }>();
    return new Map(counts.map(({ importId, count }) => [importId, Number(count)]));
  }
}
