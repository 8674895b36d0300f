import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsBoolean, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { RETURN_REASONS, RETURN_STATUSES, type ReturnReason, type ReturnStatus } from './enums';
import { LIMITS } from './limits';
import { Count, EnumField, Id, ListOf, OneOf, Text } from './validators';

export class ReturnLineInput {
  /** Of this part; nothing digital. @example 21 */
  @Id()
  itemId: number;

  /** Units, of its `returnableQuantity`. @example 1 */
  @Count(1, LIMITS.cartQuantity.max)
  quantity: number;
}

export class ReturnInput {
  /** Each item once. */
  @ListOf(LIMITS.cartLines.max)
  @ArrayNotEmpty({ message: 'must have at least one entry' })
  @IsObject({ each: true, message: 'must have only objects with the documented fields' })
  @ValidateNested({ each: true })
  @Type(() => ReturnLineInput)
  lines: ReturnLineInput[];

  @OneOf(RETURN_REASONS, 'ReturnReason')
  reason: ReturnReason;

  /** In the buyer's words; the vendor reads it. @example The handle came off in the box. */
  @IsOptional()
  @Text(LIMITS.returnNote)
  note?: string | null;
}

export class ReturnAcceptance {
  /** Puts the goods back for sale. */
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  restock?: boolean | null;

  /** Gives back what is left of the shipping too. */
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  shipping?: boolean | null;

  /** The buyer reads it: where to send the goods, for instance. @example Send it to 12 Harbour Street. */
  @IsOptional()
  @Text({ max: LIMITS.returnAnswer.max })
  message?: string | null;
}

export class ReturnRefusal {
  /** The buyer reads it. @example It was worn. */
  @Text(LIMITS.returnAnswer)
  reason: string;
}

export class ReturnLineDto {
  /** @example 21 */
  itemId: number;
  /** @example 1 */
  quantity: number;
}

export class ReturnPermissions {
  /** The caller may accept or refuse it now. */
  answer: boolean;
  /** The caller may withdraw it now. */
  withdraw: boolean;
}

export class ReturnDto {
  /** @example 5 */
  id: number;
  @EnumField(RETURN_STATUSES, 'ReturnStatus')
  status: ReturnStatus;
  @EnumField(RETURN_REASONS, 'ReturnReason')
  reason: ReturnReason;
  /** In the buyer's words. */
  note: string | null;
  lines: ReturnLineDto[];
  /** In the vendor's words. */
  answer: string | null;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** When it was accepted, refused or withdrawn. */
  endedAt: string | null;
  /** What the caller may do with it. */
  permissions: ReturnPermissions;
}
