import { Injectable, Logger } from '@nestjs/common';
import { MoreThan, type SelectQueryBuilder } from 'typeorm';
import { Config } from '../../config/config';
import { Database } from '../../platform/database/database';
import { PeriodicJob } from '../../platform/jobs/periodic-job';
import { DeliveryOutcomes, SILENT_FROM } from './delivery-outcomes';
import { Delivery } from './delivery.entity';
import { WebhookCaller } from './webhook-caller';
import { WebhookEndpoint } from './webhook-endpoint.entity';

const EVERY_MS = 1000;
/** Endpoints that are sent to at the same time in a process; one request at a time to each. */
const PARALLEL = 8;
/** Of them, those of one owner, and those where nobody has answered lately. */
const PARALLEL_OF_OWNER = 2;
const PARALLEL_SILENT = 4;
/** Endpoints that are looked at in a round: more than one owner may have. */
const SEEN_AT_ONCE = 60;
/** An endpoint of which much is due lets others go first after so long. */
const TURN_MS = 10_000;
/** Longer than a turn, and the request with which it ends. */
const LEASE_MS = 60_000;
/** When the process ends. */
const GRACE_MS = 2000;
/** So long an endpoint that is down is left alone. */
const HOLD_MS = 30_000;
/** For about an hour it is asked that often, whether or not something is due; then by the schedule alone. */
const ASKED_UNTIL = 100;

interface Turn {
  userId: number;
  isSilent: boolean;
  over: Promise<void>;
}

/**
 * Sends what is due. Endpoints take turns, those that waited longest first; a turn is claimed in the row, so processes
 * share the work and never send to the same endpoint at once. What a killed process had in hand goes out again.
 */
@Injectable()
export class DeliverySender extends PeriodicJob {
  private readonly log = new Logger('DeliverySender');
  private readonly turns = new Map<number, Turn>();
  private isStopping = false;
  private readonly stop = new AbortController();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly caller: WebhookCaller,
    private readonly outcomes: DeliveryOutcomes,
  ) {
    super(config, EVERY_MS);
  }

  /** Something is due: no need to wait for the next round. */
  wake(): void {
    if (this.config.worker !== 'off') this.start();
  }

  override async onApplicationBootstrap(): Promise<void> {
    super.onApplicationBootstrap();
    // one process has SQLite's file, so whoever had a turn is dead
    if (!this.database.isSqlite || this.config.worker === 'off') return;
    const now = new Date();
    await this.database.repository(WebhookEndpoint).update({ busyUntil: MoreThan(now) }, { busyUntil: now });
  }

  /** What is on its way may arrive; what takes too long is cut off, and goes out again. */
  override async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    const end = setTimeout(() => this.stop.abort(), GRACE_MS);
    await super.beforeApplicationShutdown();
    await this.turnsOver();
    clearTimeout(end);
  }

  /** Resolves when nothing is due any more, and nothing on its way; for tests. */
  async drained(): Promise<void> {
    for (;;) {
      await this.round;
      await this.work();
      if (this.turns.size === 0 && !this.round) return;
      await this.turnsOver();
    }
  }

  /** Gives turns to as many endpoints as there is room for. */
  async work(): Promise<void> {
    if (this.turns.size >= PARALLEL || this.isStopping) return;
    const now = new Date();
    for (const endpoint of await this.claimable(now).limit(SEEN_AT_ONCE).getMany()) {
      if (this.hasRoomFor(endpoint) && (await this.claim(endpoint, now))) this.startTurn(endpoint);
    }
  }

  /** Targets that are slow or dead take turns from their owner's others, and from each other, not from everybody. */
  private hasRoomFor({ id, userId, silences }: WebhookEndpoint): boolean {
    const turns = [...this.turns.values()];
    if (this.turns.has(id) || turns.length >= PARALLEL) return false;
    if (silences >= SILENT_FROM && turns.filter(({ isSilent }) => isSilent).length >= PARALLEL_SILENT)
      return false;
    return turns.filter((turn) => turn.userId === userId).length < PARALLEL_OF_OWNER;
  }

  private async turnsOver(): Promise<void> {
    await Promise.all([...this.turns.values()].map(({ over }) => over));
  }

  private claimable(now: Date): SelectQueryBuilder<WebhookEndpoint> {
    return (
      this.database
        .repository(WebhookEndpoint)
        .createQueryBuilder('endpoint')
        .innerJoin('endpoint.user', 'owner')
        .where('endpoint.isActive = :yes AND owner.isActive = :yes AND endpoint.busyUntil <= :now')
        .andWhere(
          `EXISTS (SELECT 1 FROM webhook_deliveries due WHERE due.endpoint_id = endpoint.id
          AND due.status = :waiting
          AND (due.next_attempt_at <= :now OR endpoint.silences BETWEEN :silentFrom AND :askedUntil))`,
        )
        .setParameters({
          yes: true,
          now,
          waiting: 'waiting',
          silentFrom: SILENT_FROM,
          askedUntil: ASKED_UNTIL,
        })
        // whoever answers goes before those that may not
        .orderBy(`CASE WHEN endpoint.silences >= :silentFrom THEN 1 ELSE 0 END`)
        .addOrderBy('endpoint.busyUntil')
        .addOrderBy('endpoint.id')
    );
  }

  private async claim({ id, busyUntil }: WebhookEndpoint, now: Date): Promise<boolean> {
    const { affected } = await this.database
      .repository(WebhookEndpoint)
      .update({ id, busyUntil }, { busyUntil: new Date(now.getTime() + LEASE_MS) });
    return affected === 1;
  }

  private startTurn({ id, userId, silences }: WebhookEndpoint): void {
    const over = this.takeTurn(id, silences)
      .catch((error: unknown) => {
        // whoever has the turn when its lease is over tries again
        if (!this.stop.signal.aborted)
          this.log.error({ err: error, endpointId: id }, 'A webhook was not sent');
      })
      .finally(() => {
        this.turns.delete(id);
        this.wake();
      });
    this.turns.set(id, { userId, isSilent: silences >= SILENT_FROM, over });
  }

  private async takeTurn(endpointId: number, silencesBefore: number): Promise<void> {
    const end = Date.now() + TURN_MS;
    let silences = silencesBefore;
    try {
      do {
        const delivery = await this.next(endpointId, silences);
        if (!delivery) break;
        silences = await this.outcomes.note(delivery, await this.caller.call(delivery, this.stop.signal));
      } while (silences < SILENT_FROM && Date.now() < end && !this.isStopping);
    } finally {
      const hold = silences >= SILENT_FROM && !this.isStopping ? HOLD_MS : 0;
      await this.database
        .repository(WebhookEndpoint)
        .update({ id: endpointId }, { busyUntil: new Date(Date.now() + hold) });
    }
  }

  /** The first that is due; of an endpoint that is down, the first that waits. */
  private next(endpointId: number, silences: number): Promise<Delivery | null> {
    const waiting = this.database
      .repository(Delivery)
      .createQueryBuilder('delivery')
      .innerJoinAndSelect('delivery.endpoint', 'endpoint')
      .innerJoinAndSelect('delivery.event', 'event')
      .where('delivery.endpointId = :endpointId AND delivery.status = :waiting', {
        endpointId,
        waiting: 'waiting',
      })
      .andWhere('endpoint.isActive = :yes', { yes: true });
    const isAsked = silences >= SILENT_FROM && silences <= ASKED_UNTIL;
    if (!isAsked) waiting.andWhere('delivery.nextAttemptAt <= :now', { now: new Date() });
    return waiting.orderBy('delivery.nextAttemptAt').addOrderBy('delivery.id').limit(1).getOne();
  }
}
