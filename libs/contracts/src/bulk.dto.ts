import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsBoolean,
  IsObject,
  IsOptional,
  Matches,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { ErrorBody } from './common.dto';
import { LIMITS } from './limits';
import { parseMoney } from './money';
import { ProductDto } from './products.dto';
import { Count, Id, ListOf, Money, OBJECT, Optional } from './validators';

/** Of the named fields, the given number must be there. On any field that is always checked. */
const Given = (fields: readonly string[], isRight: (count: number) => boolean, message: string) =>
  ValidateBy({
    name: 'given',
    validator: {
      validate: (value: unknown) =>
        typeof value !== 'object' ||
        value === null ||
        isRight(fields.filter((field) => (value as Record<string, unknown>)[field] !== undefined).length),
      defaultMessage: () => message,
    },
  });
const OneOfFields = (...fields: string[]) =>
  Given(fields, (count) => count === 1, `must have exactly one of ${fields.join(', ')}`);

const signed = (value: unknown, parse: (text: string) => boolean) =>
  (typeof value === 'string' || typeof value === 'number') && parse(String(value).replace(/^-/, ''));

/** A decimal that may be negative, with at most two decimals. */
const Signed = (example: string, from: number, to: number) => (target: object, key: string) => {
  ApiProperty({ type: 'string', pattern: '^-?\\d{1,7}(\\.\\d{1,2})?$', example })(target, key);
  ValidateBy({
    name: 'signed',
    validator: {
      validate: (value) =>
        signed(value, (text) => parseMoney(text) !== undefined) &&
        Number(value) >= from &&
        Number(value) <= to,
      defaultMessage: () =>
        `must be a number such as "${example}", ${from} to ${to}, with at most two decimals`,
    },
  })(target, key);
};

/** One of them. It goes for every variant; the price before a reduction stays. */
export class PriceChange {
  @Optional()
  @Money()
  set?: string | number;

  /** Amount that is added; negative to take off. */
  @Optional()
  @Signed('-2.50', -LIMITS.priceMinor / 100, LIMITS.priceMinor / 100)
  add?: string;

  /** Percent that are added, negative to take off; the price is rounded to cents, halves up. */
  @Optional()
  @Signed('-15', -100, 1000)
  percent?: string;
}

/** One of them. Only for products with a single variant: of several, each has its own. */
export class StockMove {
  /** Units on hand from now on. @example 12 */
  @Optional()
  @Count(0, LIMITS.stock.max)
  set?: number;

  /** Units that came, or negative, that went. @example 10 */
  @Optional()
  @Count(-LIMITS.stock.max, LIMITS.stock.max)
  add?: number;
}

/** At least one of them. */
export class BulkChange {
  @Optional()
  @IsObject(OBJECT)
  @OneOfFields('set', 'add', 'percent')
  @ValidateNested()
  @Type(() => PriceChange)
  price?: PriceChange;

  @Optional()
  @IsObject(OBJECT)
  @OneOfFields('set', 'add')
  @ValidateNested()
  @Type(() => StockMove)
  stock?: StockMove;

  /** @example false */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  isActive?: boolean;

  /** `null` for none. @example 2 */
  @IsOptional()
  @Id()
  categoryId?: number | null;
}

export class BulkItem {
  /** A product of yours. @example 12 */
  @Id()
  id: number;

  /** ETag of what GET answered of it: the row is refused if it is not the same any more. */
  @Optional()
  @Matches(/^[\x20-\x7e]{1,200}$/, { message: 'must be an ETag' })
  ifMatch?: string;
}

export class BulkEdit {
  /** One to 200 products, each once. */
  @ListOf(LIMITS.bulk.max)
  @ArrayNotEmpty({ message: 'must have at least one entry' })
  @ArrayUnique((item: BulkItem | null) => item?.id, { message: 'must name each product once' })
  @IsObject({ each: true, message: 'must have only objects with the documented fields' })
  @ValidateNested({ each: true })
  @Type(() => BulkItem)
  items: BulkItem[];

  /** The same for all of them. */
  @IsObject(OBJECT)
  @Given(
    ['price', 'stock', 'isActive', 'categoryId'],
    (count) => count > 0,
    'must have at least one of price, stock, isActive, categoryId',
  )
  @ValidateNested()
  @Type(() => BulkChange)
  change: BulkChange;
}

export class BulkResult {
  /** @example 12 */
  id: number;
  ok: boolean;
  /** As it is now; `null` when it was refused. */
  product: ProductDto | null;
  /** Why it was refused, as PATCH would say it; `null` when it was not. */
  error: ErrorBody | null;
}

export class BulkReport {
  /** In the order of ids. */
  items: BulkResult[];
  /** How many have changed. @example 198 */
  succeeded: number;
  /** @example 2 */
  failed: number;
}
