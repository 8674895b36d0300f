import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import { REFUND_ACTORS, type RefundActor } from './enums';
import { LIMITS } from './limits';
import { Count, EnumField, Id, Line, Money } from './validators';

export class RefundLineInput {
  /** @example 21 */
  @Id()
  itemId: number;

  /** Units, of those that have not gone back. @example 1 */
  @Count(1, LIMITS.cartQuantity.max)
  quantity: number;

  /** Puts them back for sale. */
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  restock?: boolean | null;
}

/** What goes back: units of lines at what was paid for them, the shipping, and an amount; their sum. */
export class RefundInput {
  @IsOptional()
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(LIMITS.cartLines.max)
  @ValidateNested({ each: true })
  @Type(() => RefundLineInput)
  lines?: RefundLineInput[] | null;

  /** What has not gone back of the shipping. */
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  shipping?: boolean | null;

  /** On top of lines and shipping. @example 5.00 */
  @IsOptional()
  @Money({ nullable: true, maxMinor: LIMITS.totalMinor })
  amount?: string | number | null;

  /** The buyer reads it. @example The glaze has a crack. */
  @Line(LIMITS.refundReason)
  reason: string;
}

export class RefundedLineDto {
  /** @example 21 */
  itemId: number;
  /** @example 1 */
  quantity: number;
  /** @example 17.99 */
  amount: string;
  /** The units are for sale again. */
  restocked: boolean;
}

export class RefundDto {
  /** @example 5 */
  id: number;
  /** @example 17.99 */
  amount: string;
  /** Of the amount, what went back of the shipping. @example 0.00 */
  shipping: string;
  /** `null` where the part was cancelled. @example The glaze has a crack. */
  reason: string | null;
  @EnumField(REFUND_ACTORS, 'RefundActor')
  by: RefundActor;
  lines: RefundedLineDto[];
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}
