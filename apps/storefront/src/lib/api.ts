import type { paths } from '@souk/api-client';
import createClient from 'openapi-fetch';
import { ApiError, isAbort } from './api-error';
import { sessionFetch } from './session-token';

/** The REST API, typed by its OpenAPI document: `unwrap(api.GET('/api/categories'))`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: sessionFetch });

interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

type DataOf<A extends Answer> = A extends { data: infer Data } ? Data : never;

/** The data of a call, or a rejection with `ApiError`, which is what TanStack Query and forms expect. */
export async function unwrap<A extends Answer>(call: Promise<A>): Promise<DataOf<A>> {
  const answer = await call.catch((cause: unknown) => {
    throw cause instanceof ApiError || isAbort(cause) ? cause : ApiError.unreachable(cause);
  });
  if (!answer.response.ok) throw ApiError.fromResponse(answer.response, answer.error);
  return answer.data as DataOf<A>;
}
