import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { OutboxEntry } from './outbox-entry.entity';

/** A fact: a class whose fields are plain JSON. Its class name is its type. */
export type Fact = object;
export type FactClass<T extends Fact> = new (...args: never[]) => T;
/**
 * Must bear being called twice with the same event id. A long one calls `stopping.throwIfAborted()` between its steps:
 * the fact is then told again when a process runs.
 */
export type Handler<T extends Fact> = (fact: T, eventId: number, stopping: AbortSignal) => Promise<void>;

@Injectable()
export class Events {
  private readonly handlers = new Map<string, Handler<Fact>[]>();
  private readonly kept = new Set<string>();
  private readonly alone = new Set<string>();
  private readonly companions = new Map<string, ((fact: Fact) => Promise<void>)[]>();
  private wake: () => void = () => undefined;

  constructor(private readonly database: Database) {}

  /** Commits with the open unit of work, so that a fact is never told before it is true, and never lost. */
  async publish(...facts: Fact[]): Promise<void> {
    for (const fact of facts) {
      for (const companion of this.companions.get(fact.constructor.name) ?? []) await companion(fact);
    }
    if (facts.length === 0) return;
    const now = new Date();
    const rows = facts.map((fact) => ({
      type: fact.constructor.name,
      payload: JSON.stringify(fact),
      createdAt: now,
      runAt: now,
      // nobody waits for it
      doneAt: this.handlers.has(fact.constructor.name) ? null : now,
    }));
    await this.database.repository(OutboxEntry).insert(rows);
    this.database.afterCommit(() => this.wake());
  }

  /**
   * Runs soon after the commit, again and again until it succeeds. With `alone`, facts of this type are told one after
   * the other in a process: for long work of which there may be much, so that it holds up nothing else.
   */
  on<T extends Fact>(type: FactClass<T>, handler: Handler<T>, { alone = false } = {}): void {
    const list = this.handlers.get(type.name) ?? [];
    list.push(handler as Handler<Fact>);
    this.handlers.set(type.name, list);
    if (alone) this.alone.add(type.name);
  }

  /** Runs inside the publisher's unit of work: for what must be true in the very next read. */
  during<T extends Fact>(type: FactClass<T>, companion: (fact: T) => Promise<void>): void {
    const list = this.companions.get(type.name) ?? [];
    list.push(companion as (fact: Fact) => Promise<void>);
    this.companions.set(type.name, list);
  }

  /** Facts of this type stay in the outbox for ever. */
  keep(type: FactClass<Fact>): void {
    this.kept.add(type.name);
  }

  get keptTypes(): string[] {
    return [...this.kept];
  }

  get heardTypes(): string[] {
    return [...this.handlers.keys()];
  }

  isAlone(type: string): boolean {
    return this.alone.has(type);
  }

  handlersOf(type: string): Handler<Fact>[] {
    return this.handlers.get(type) ?? [];
  }

  onPublished(wake: () => void): void {
    this.wake = wake;
  }
}
