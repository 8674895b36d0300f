import { ApiExtension } from '@nestjs/swagger';
import type { ErrorCode } from '@souk/contracts';

/** Documents the codes of an operation beyond those that openapi.ts adds by itself. */
export const ApiErrors = (...codes: ErrorCode[]) => ApiExtension('x-errors', codes);

/** Documents that something it needs may not answer: 503, and nothing was lost. */
export const ApiUnavailable = () => ApiExtension('x-unavailable', true);
