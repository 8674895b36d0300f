import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.gen';

export type { components, paths } from './schema.gen';
/** The resources and requests of the API by name: `Schema<'ProductDto'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export interface SoukClientOptions {
  /** Where the marketplace runs, without `/api`; "" for the page's own origin. */
  baseUrl: string;
  fetch?: (request: Request) => Promise<Response>;
}

/** One typed function per HTTP method: `client.GET('/api/products/{id}', { params: { path: { id: 7 } } })`. */
export const createSoukClient = ({ baseUrl, fetch }: SoukClientOptions): Client<paths> =>
  createClient<paths>({ baseUrl, fetch });
