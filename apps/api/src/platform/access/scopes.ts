import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { ApiKeyScope } from '@souk/contracts';
import type { Access } from './access';

export const SCOPE = 'scope';

/** What is declared of a route: the scope for its writing, or that no API key opens it at all. */
export type DeclaredScope = Exclude<ApiKeyScope, 'read'> | 'none';

/** The scope that an API key needs to write here; what reads needs `read` all the same. */
export const Writes = (scope: Exclude<ApiKeyScope, 'read'>) => declare(scope);

/** Closed to API keys, for reading too: what concerns the account itself. */
export const InPerson = () => declare('none');

const declare = (scope: DeclaredScope) =>
  applyDecorators(SetMetadata(SCOPE, scope), ApiExtension('x-scope', scope));

/** What an API key needs for a route; null for a route that no key opens, as all are whose writing nobody declared. */
export function neededScope(method: string, access: Access, declared?: DeclaredScope): ApiKeyScope | null {
  if (declared === 'none' || access === 'staff') return null;
  return method === 'GET' || method === 'HEAD' ? 'read' : (declared ?? null);
}
