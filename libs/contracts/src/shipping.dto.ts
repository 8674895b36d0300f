import { Type } from 'class-transformer';
import { ArrayNotEmpty, ArrayUnique, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { ErrorBody } from './common.dto';
import { LIMITS } from './limits';
import { Id, ListOf } from './validators';

export class Shipment {
  /** A part of yours that is paid and waits. @example 8 */
  @Id()
  partId: number;

  /** Up to 60 characters; a longer one is refused in its row. @example DHL */
  @IsOptional()
  @IsString({ message: 'must be text' })
  carrier?: string | null;

  /** Up to 80 characters; the same. @example 00340434161094042557 */
  @IsOptional()
  @IsString({ message: 'must be text' })
  trackingNumber?: string | null;
}

export class BulkShipment {
  /** One to 200 parts, each once. */
  @ListOf(LIMITS.bulk.max)
  @ArrayNotEmpty({ message: 'must have at least one entry' })
  @ArrayUnique((item: Shipment | null) => item?.partId, { message: 'must name each part once' })
  @IsObject({ each: true, message: 'must have only objects with the documented fields' })
  @ValidateNested({ each: true })
  @Type(() => Shipment)
  items: Shipment[];
}

export class ShipmentResult {
  /** @example 8 */
  partId: number;
  ok: boolean;
  /** Why it was refused, as `PUT /orders/{id}` would say it; `null` when it was not. */
  error: ErrorBody | null;
}

export class ShipmentReport {
  /** In the order of ids. */
  items: ShipmentResult[];
  /** How many are on their way. @example 19 */
  succeeded: number;
  /** @example 1 */
  failed: number;
}
