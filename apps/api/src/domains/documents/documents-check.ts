import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import { Database } from '../../platform/database/database';
import { Verification } from '../ledger/verification';

interface Row {
  order_id: number;
  number: string;
  part_id: number;
  invoiced: number | string;
  credited: number | string;
  due: number | string;
  back: number | string;
}

/** Parts whose invoice or credit notes come to something else. Sales from before there were papers have none. */
const WRONG_PAPERS = `
  SELECT papers.*, placed.number, part.refunded_amount AS back,
    part.subtotal - part.discount + part.shipping + part.tax AS due
  FROM (
    SELECT part_id, order_id, SUM(CASE WHEN kind = 'invoice' THEN total ELSE 0 END) AS invoiced,
      SUM(CASE WHEN kind = 'credit_note' THEN total ELSE 0 END) AS credited
    FROM documents GROUP BY part_id, order_id
  ) papers JOIN order_parts part ON part.id = papers.part_id JOIN orders placed ON placed.id = papers.order_id
  WHERE papers.invoiced <> part.subtotal - part.discount + part.shipping + part.tax
    OR papers.credited <> part.refunded_amount
  ORDER BY papers.part_id`;

/** Papers say what was paid and what went back; the check of the books holds them to it. */
@Injectable()
export class DocumentsCheck {
  constructor(database: Database, verification: Verification) {
    verification.contribute(async () => (await database.manager.query<Row[]>(WRONG_PAPERS)).map(toProblem));
  }
}

const toProblem = ({ order_id: id, number, part_id: part, invoiced, credited, due, back }: Row) => ({
  subject: 'order',
  id: Number(id),
  number,
  message:
    Number(invoiced) === Number(due)
      ? `of part ${part} ${money(back)} went back, but its credit notes come to ${money(credited)}`
      : `${money(due)} was paid for part ${part}, but its invoice says ${money(invoiced)}`,
});

const money = (minor: number | string) => formatMinor(Number(minor));
