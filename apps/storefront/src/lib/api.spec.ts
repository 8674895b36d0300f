import { api, unwrap } from './api';

function answerWith(response: () => Response | Promise<Response>): void {
  globalThis.fetch = jest.fn(async () => response());
}

const call = () => unwrap(api.GET('/api/categories'));

it('returns the data of a good answer', async () => {
  answerWith(() => Response.json({ items: [], total: 0, nextCursor: null }));
  await expect(call()).resolves.toEqual({ items: [], total: 0, nextCursor: null });
});

it('rejects with what the error says', async () => {
  const body = {
    success: false,
    error: {
      code: 'VALIDATION_ERROR',
      message: 'Price is wrong.',
      details: { price: ['must not be negative'] },
    },
    requestId: 'r-1',
  };
  answerWith(() => Response.json(body, { status: 400 }));
  await expect(call()).rejects.toMatchObject({
    status: 400,
    code: 'VALIDATION_ERROR',
    message: 'Price is wrong.',
    details: { price: ['must not be negative'] },
    requestId: 'r-1',
  });
});

const limited = (retryAfter: unknown) =>
  Response.json(
    {
      success: false,
      error: {
        code: 'RATE_LIMIT_EXCEEDED',
        message: 'Too many requests. Try again in 40 s.',
        details: { retryAfter },
      },
      requestId: 'r-3',
    },
    { status: 429 },
  );
const fromProxy = (retryAfter?: string) =>
  new Response('<h1>Too Many Requests</h1>', {
    status: 429,
    headers: retryAfter ? { 'retry-after': retryAfter } : {},
  });

it.each([
  ['40 seconds', limited(40)],
  ['1 second', limited(1)],
  ['60 minutes', limited(3551)],
  ['a moment', limited(null)],
  ['7 seconds', fromProxy('7')],
  ['a moment', fromProxy()],
  ['a moment', fromProxy('Wed, 21 Oct 2026 07:28:00 GMT')],
])('says to try again in %s when there were too many tries', async (time, answer) => {
  answerWith(() => answer);
  const message = `Too many tries. Try again in ${time}.`;
  await expect(call()).rejects.toMatchObject({ status: 429, code: 'RATE_LIMIT_EXCEEDED', message });
});

it('makes sense of an answer that is not ours', async () => {
  answerWith(() => new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'x-request-id': 'r-2' } }));
  await expect(call()).rejects.toMatchObject({ status: 502, code: 'SERVER_ERROR', requestId: 'r-2' });
});

it('says so when nothing answers', async () => {
  answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(call()).rejects.toMatchObject({ status: 0, code: 'UNREACHABLE' });
});

it('passes on that a caller has given up', async () => {
  answerWith(() => Promise.reject(new DOMException('Aborted', 'AbortError')));
  await expect(call()).rejects.toMatchObject({ name: 'AbortError' });
});
