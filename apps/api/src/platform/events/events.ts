import { Injectable } from '@nestjs/common';
import { IsNull, Like, MoreThan } from 'typeorm';
import { Database } from '../database/database';
import { OutboxEntry } from './outbox-entry.entity';

/** A fact: a class whose fields are plain JSON. Its class name is its type. */
export type Fact = object;
export type FactClass<T extends Fact> = new (...args: never[]) => T;
/**
 * Must bear being called twice with the same event id, which no other handler gets. A long one calls
 * `stopping.throwIfAborted()` between its steps: the fact is then told again when a process runs.
 */
export type Handler<T extends Fact> = (fact: T, eventId: number, stopping: AbortSignal) => Promise<void>;

/** What a handler is to be told. */
export type Waiting = Pick<OutboxEntry, 'id' | 'handler'>;

/** Of facts that nobody waits for, and of those that were left by a version whose handlers had no names. */
export const NOBODY = '';

@Injectable()
export class Events {
  /** Type → name → handler. */
  private readonly handlers = new Map<string, Map<string, Handler<Fact>>>();
  private readonly known = new Set<string>();
  private readonly lanes = new Map<string, number>();
  private readonly kept = new Set<string>();
  private readonly companions = new Map<string, ((fact: Fact) => Promise<void>)[]>();
  private listener: (waiting: Waiting[]) => void = () => undefined;

  constructor(private readonly database: Database) {}

  /** Commits with the open unit of work, so that a fact is never told before it is true, and never lost. */
  async publish(...facts: Fact[]): Promise<void> {
    for (const fact of facts) {
      for (const companion of this.companions.get(fact.constructor.name) ?? []) await companion(fact);
    }
    if (facts.length === 0) return;
    await this.enter(facts.map((fact) => ({ type: fact.constructor.name, payload: JSON.stringify(fact) })));
  }

  /** One entry for each handler: what becomes of one is nothing to the others. */
  async enter(facts: Pick<OutboxEntry, 'type' | 'payload'>[]): Promise<void> {
    const now = new Date();
    const rows = facts.flatMap(({ type, payload }) => {
      const names = this.namesOf(type);
      const isHeard = names.length > 0;
      const row = { type, payload, createdAt: now, runAt: now, doneAt: isHeard ? null : now };
      return (isHeard ? names : [NOBODY]).map((handler) => ({ ...row, handler }));
    });
    const { identifiers } = await this.database.repository(OutboxEntry).insert(rows);
    const waiting = rows.flatMap(({ handler }, nth) => {
      const id = identifiers[nth]?.id as number;
      return handler === NOBODY ? [] : [{ id, handler }];
    });
    if (waiting.length > 0) this.database.afterCommit(() => this.wake(waiting));
  }

  /**
   * Runs soon after the commit, again and again until it succeeds or is given up as a dead letter.
   * @param name for staff and for the database: a fact that waits finds its handler by it. The same in every version.
   */
  on<T extends Fact>(type: FactClass<T>, name: string, handler: Handler<T>): void {
    const named = this.handlers.get(type.name) ?? new Map<string, Handler<Fact>>();
    if (named.has(name)) throw new Error(`Two handlers of ${type.name} are called "${name}".`);
    named.set(name, handler as Handler<Fact>);
    this.handlers.set(type.name, named);
    this.known.add(name);
  }

  /**
   * The handler of this name is told so many facts at once in a process, beside all others: for what waits for the
   * outside, or takes long.
   */
  lane(name: string, atOnce: number): void {
    this.lanes.set(name, atOnce);
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

  /** Of all handlers. */
  get names(): ReadonlySet<string> {
    return this.known;
  }

  namesOf(type: string): string[] {
    return [...(this.handlers.get(type)?.keys() ?? [])];
  }

  /** Undefined for those who share a lane. */
  laneOf(name: string): number | undefined {
    return this.lanes.get(name);
  }

  /** Name → how many at once. */
  get ownLanes(): ReadonlyMap<string, number> {
    return this.lanes;
  }

  handlerOf(type: string, name: string): Handler<Fact> | undefined {
    return this.handlers.get(type)?.get(name);
  }

  /** What has failed because somebody was away, and waits to be tried again, is due. @param error its name */
  async hasten(error: string): Promise<void> {
    const now = new Date();
    const waiting = { doneAt: IsNull(), runAt: MoreThan(now), lastError: Like(`${error}:%`) };
    await this.database.repository(OutboxEntry).update(waiting, { runAt: now });
    this.wake([]);
  }

  /** Something is due. @param waiting what it is, as far as that is known */
  wake(waiting: Waiting[]): void {
    this.listener(waiting);
  }

  onDue(listener: (waiting: Waiting[]) => void): void {
    this.listener = listener;
  }
}
