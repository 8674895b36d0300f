import type { JobDto } from '@souk/contracts/jobs.dto';
import { wordsOf } from './masked';
import type { OutboxEntry } from './outbox-entry.entity';

export function toJobDto(job: OutboxEntry): JobDto {
  const { id, type, handler, status, attempts, lastError, createdAt, runAt, deadAt } = job;
  return {
    ...{ id, type, handler, about: aboutOf(job), status, attempts, lastError: wordsOf(lastError) },
    createdAt: createdAt.toISOString(),
    runAt: runAt.toISOString(),
    diedAt: deadAt?.toISOString() ?? null,
  };
}

/** Ids only: a fact may hold what is nobody's business, such as an address that somebody has left. */
function aboutOf({ payload }: OutboxEntry): string {
  const fact = JSON.parse(payload) as Record<string, unknown>;
  const ids = Object.entries(fact).filter(([name, value]) => name.endsWith('Id') && Number.isInteger(value));
  return ids.map(([name, value]) => `${name} ${String(value)}`).join(', ');
}
