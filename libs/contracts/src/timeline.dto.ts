import { PART_ACTORS, PART_EVENTS, type PartActor, type PartEventKind } from './enums';
import { EnumField } from './validators';

export class TimelineEntryDto {
  /** @example 8 */
  partId: number;
  @EnumField(PART_EVENTS, 'PartEventKind')
  kind: PartEventKind;
  /** `null` where it was not noted: before there were timelines. */
  @EnumField(PART_ACTORS, 'PartActor', true)
  by: PartActor | null;
  /** @example 2026-11-02T09:30:00.000Z */
  at: string;
  /** Of what was shipped. */
  carrier: string | null;
  trackingNumber: string | null;
  /** Of a refund. @example 17.99 */
  amount: string | null;
  /** In the words of who did it: why money goes back, why goods do, or what the vendor answered. */
  text: string | null;
}

export class OrderTimeline {
  /** Oldest first. */
  items: TimelineEntryDto[];
}
