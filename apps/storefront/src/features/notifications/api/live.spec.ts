import type { NotificationDto, NotificationPage } from '@souk/contracts/notifications.dto';
import { QueryClient } from '@tanstack/react-query';
import { serverEvents } from './event-stream';
import { listen } from './live';
import { latestQuery } from './notifications';

const notification = (id: number): NotificationDto => ({
  ...{ id, kind: 'sale', readAt: null, createdAt: '2026-11-02T09:30:00.000Z' },
  data: { orderId: id, orderNumber: `SK-${id}`, firstItem: 'Mug', units: 1, amount: '9.00', currency: 'USD' },
});

const bytes = (text: string) => new TextEncoder().encode(text);

/** Gives the parts one by one, and then stays open. */
const stream = (...parts: string[]) =>
  new ReadableStream<Uint8Array>({ start: (body) => parts.forEach((part) => body.enqueue(bytes(part))) });

async function collect(body: ReadableStream<Uint8Array>, silenceMs?: number) {
  const events: string[] = [];
  let end = 'closed';
  try {
    for await (const { event, data } of serverEvents(body, silenceMs)) events.push(`${event} ${data}`);
  } catch (error) {
    end = (error as Error).message;
  }
  return { events, end };
}

it('reads events wherever the network cuts them, and leaves out the rest', async () => {
  const text = 'retry: 3000\n\n:\n\nid: 7\nevent: sale\ndata: {"a":"ü"}\n\ndata: bare\n\n';
  const cut = [...bytes(text)].map((byte) => new Uint8Array([byte]));
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      cut.forEach((part) => controller.enqueue(part));
      controller.close();
    },
  });
  expect(await collect(body)).toEqual({ events: ['sale {"a":"ü"}', 'message bare'], end: 'closed' });
});

it('gives a line up on which nothing comes', async () => {
  const { events, end } = await collect(stream('data: 1\n\n'), 5);
  expect(events).toEqual(['message 1']);
  expect(end).toBe('Nothing came for too long.');
});

it('keeps the bell as the server tells, and comes back with the last that it knows', async () => {
  const queries = new QueryClient();
  const page: NotificationPage = { items: [notification(4)], total: 1, nextCursor: null, unreadCount: 1 };
  queries.setQueryData(latestQuery.queryKey, page);
  const asked: (string | null)[] = [];
  const stop = new AbortController();
  const parts = [
    'event: unread\ndata: {"unreadCount":2}\n\n',
    `event: notification\nid: 5\ndata: ${JSON.stringify(notification(5))}\n\n`,
  ];
  globalThis.fetch = jest.fn(async (_, init?: RequestInit) => {
    asked.push(new Headers(init?.headers).get('last-event-id'));
    if (asked.length > 1) {
      stop.abort();
      return new Response(null, { status: 503 });
    }
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        parts.forEach((part) => controller.enqueue(bytes(part)));
        controller.close();
      },
    });
    return new Response(body);
  });
  const heard: number[] = [];
  jest.useFakeTimers();
  const listening = listen(queries, ({ id }) => heard.push(id), stop.signal);
  while (!stop.signal.aborted) await jest.advanceTimersByTimeAsync(1000);
  await listening;
  jest.useRealTimers();
  expect(heard).toEqual([5]);
  expect(asked).toEqual(['4', '5']);
  expect(queries.getQueryData(latestQuery.queryKey)).toMatchObject({
    items: [{ id: 5 }, { id: 4 }],
    unreadCount: 2,
  });
});
