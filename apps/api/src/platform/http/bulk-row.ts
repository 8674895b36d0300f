import type { Logger } from '@nestjs/common';
import type { ErrorBody } from '@souk/contracts/common.dto';
import { CodedError } from './errors';

/** One row of many: what its work answers, or why it was refused. An error of ours is logged and spoils no other row. */
export async function rowOf<T>(
  work: () => Promise<T>,
  logger: Logger,
  about: object,
): Promise<{ answer: T } | { error: CodedError }> {
  try {
    return { answer: await work() };
  } catch (error) {
    if (error instanceof CodedError) return { error };
    logger.error({ err: error, ...about }, 'Row of many failed');
    return { error: new CodedError('SERVER_ERROR', 'Something went wrong on our side. Try again.') };
  }
}

export const toErrorBody = ({ code, message, details }: CodedError): ErrorBody => ({
  code,
  message,
  details,
});
