import { Injectable } from '@nestjs/common';
import { partsOf, type Topic } from './topics';

/** Beyond so many, all topics count as changed and are forgotten. */
const TOPICS_MAX = 20_000;

/** @param id of the row; null when any may have changed */
type Hear = (id: number | null) => void;

/** Which topics changed when, by this process's own count of changes. */
@Injectable()
export class Freshness {
  private changes = 0;
  private forgottenAt = 0;
  private readonly changedAt = new Map<Topic, number>();
  private readonly listeners = new Map<string, Hear>();

  /** Taken before the database is read; what is changed after it makes what was read old. */
  get moment(): number {
    return this.changes;
  }

  /** What changes of this kind, here or in another process, is told to `hear` and not remembered. */
  listen(kind: string, hear: Hear): void {
    this.listeners.set(kind, hear);
  }

  changed(topics: Iterable<Topic>): void {
    this.changes += 1;
    for (const topic of topics) {
      const { kind, id } = partsOf(topic);
      const hear = this.listeners.get(kind);
      if (hear) hear(id);
      else this.changedAt.set(topic, this.changes);
    }
    if (this.changedAt.size > TOPICS_MAX) this.forget();
  }

  /** All that was read so far counts as old. */
  forget(): void {
    this.changes += 1;
    this.changedAt.clear();
    this.forgottenAt = this.changes;
    for (const hear of this.listeners.values()) hear(null);
  }

  hasChangedSince(moment: number, topics: readonly Topic[]): boolean {
    if (moment < this.forgottenAt) return true;
    return topics.some((topic) => (this.changedAt.get(topic) ?? 0) > moment);
  }
}
