import { ERROR_STATUS, type ErrorCode } from '@souk/contracts';
import type { ErrorResponse } from '@souk/contracts/common.dto';
import type { Cell } from './cells';

/** As much of Fastify's answer as is judged. */
export interface Response {
  statusCode: number;
  headers: Record<string, unknown>;
  payload: string;
}

/** What somebody who may do it can still be told: that the request or the moment is wrong. */
const OF_INPUT = [400, 402, 409, 412, 413, 415, 422];
const ELSEWHERE = [400, 401, 403, 404, 405, 415];

/** What is wrong with the answer; null when it is as the rules want it. */
export function problemOf({ expected, method }: Cell, response: Response): string | null {
  const { statusCode } = response;
  const isDone = statusCode >= 200 && statusCode < 300;
  if (expected === 'allowed') {
    const isFine = isDone || (!['GET', 'HEAD'].includes(method) && OF_INPUT.includes(statusCode));
    if (!isFine) return `should be allowed, answered ${statusCode}`;
  } else if (expected === 'elsewhere') {
    if (!ELSEWHERE.includes(statusCode)) return `should be no such address, answered ${statusCode}`;
  } else if (statusCode !== expected) {
    return `should answer ${expected}, answered ${statusCode}`;
  }
  return isDone || method === 'HEAD' ? null : formatProblem(response);
}

/** How an error differs from the one form that errors have; null when it does not. */
export function formatProblem({ statusCode, headers, payload }: Response): string | null {
  const read = parsed(payload);
  if (!read) return `answered ${statusCode} without JSON: ${payload.slice(0, 200)}`;
  const { success, error, requestId, ...others } = read;
  const isInForm =
    success === false &&
    ERROR_STATUS[error?.code as ErrorCode] === statusCode &&
    /\S/.test(error.message) &&
    typeof error.details === 'object' &&
    requestId === headers['x-request-id'] &&
    Object.keys(others).length === 0;
  return isInForm ? null : `answered ${statusCode} out of form: ${payload.slice(0, 300)}`;
}

/** The refusal without what differs in every answer. */
export const refusalOf = ({ payload }: Response): string => payload.replace(/"requestId":"[^"]*"/, '');

function parsed(payload: string): ErrorResponse | null {
  try {
    return JSON.parse(payload) as ErrorResponse;
  } catch {
    return null;
  }
}
