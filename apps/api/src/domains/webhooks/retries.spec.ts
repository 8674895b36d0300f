import { nextAttempt } from './retries';

it('tries ten times within three days and a few hours', () => {
  const start = new Date('2026-11-02T09:30:00.000Z');
  const seconds: number[] = [];
  let now = start;
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttempt(attempts, now);
    if (!next) break;
    seconds.push((next.getTime() - now.getTime()) / 1000);
    now = next;
  }
  expect(seconds).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
});
