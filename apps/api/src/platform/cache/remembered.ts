import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Database } from '../database/database';
import { ChangeLog } from './change-log';
import { Freshness } from './freshness';
import type { Topic } from './topics';

/** Undefined stands for what is not known. */
type Value = object | number;

interface Memory<V> {
  value: V;
  topics: readonly Topic[];
  moment: number;
}

/**
 * What was read of the database, until it changes; in this process's memory. A unit of work reads for itself: it may
 * have changed what others do not see yet. Values are shared, so nobody may change them.
 */
@Injectable()
export class Remembered {
  constructor(
    private readonly database: Database,
    private readonly freshness: Freshness,
    private readonly log: ChangeLog,
  ) {}

  /**
   * Rows by id, those that were asked for last.
   * @param topicsOf what a value shows
   * @param load those of these ids that there are
   */
  byId<V extends Value>(
    most: number,
    topicsOf: (id: number, value: V) => readonly Topic[],
    load: (ids: number[]) => Promise<Map<number, V>>,
  ): (ids: readonly number[]) => Promise<Map<number, V>> {
    const memory = new LRUCache<number, Memory<V>>({ max: most });
    return async (ids) => {
      const { moment } = this.freshness;
      const found = new Map<number, V>();
      const missing: number[] = [];
      for (const id of new Set(ids)) {
        const value = this.recall(memory, id);
        if (value === undefined) missing.push(id);
        else found.set(id, value);
      }
      if (missing.length === 0) return found;
      for (const [id, value] of await load(missing)) {
        this.remember(memory, id, { value, topics: topicsOf(id, value), moment });
        found.set(id, value);
      }
      return found;
    };
  }

  /** Answers to questions, by their text. */
  byText<V extends Value>(
    most: number,
  ): (text: string, topics: readonly Topic[], ask: () => Promise<V>) => Promise<V> {
    const memory = new LRUCache<string, Memory<V>>({ max: most });
    return async (text, topics, ask) => {
      const { moment } = this.freshness;
      const known = this.recall(memory, text);
      if (known !== undefined) return known;
      const value = await ask();
      this.remember(memory, text, { value, topics, moment });
      return value;
    };
  }

  private get isOn(): boolean {
    return !this.database.unit && this.log.isCurrent;
  }

  private recall<K extends string | number, V>(memory: LRUCache<K, Memory<V>>, key: K): V | undefined {
    const known = this.isOn ? memory.get(key) : undefined;
    return known && !this.freshness.hasChangedSince(known.moment, known.topics) ? known.value : undefined;
  }

  private remember<K extends string | number, V>(
    memory: LRUCache<K, Memory<V>>,
    key: K,
    value: Memory<V>,
  ): void {
    if (this.isOn) memory.set(key, value);
  }
}
