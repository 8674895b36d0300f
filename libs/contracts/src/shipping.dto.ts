import { Type } from 'class-transformer';
import { ArrayNotEmpty, ArrayUnique, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { ErrorBody } from './common.dto';
import { LIMITS } from './limits';
import { Id, Line, ListOf } from './validators';

export class Shipment {
  /** A part of yours that is paid and waits. @example 8 */
  @Id()
  partId: number;

  /** @example DHL */
  @IsOptional()
  @Line(LIMITS.carrier)
  carrier?: string | null;

  /** @example 00340434161094042557 */
  @IsOptional()
  @Line(LIMITS.trackingNumber)
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
