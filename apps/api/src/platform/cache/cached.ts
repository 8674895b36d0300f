import { RouteConfig } from '@nestjs/platform-fastify';
import { any, one, type Topic } from './topics';

/** What a route's answers show. */
interface Shown {
  /** Kinds of which any row may be in it. */
  any: string[];
  /** Kinds of which it shows the row that this parameter of the path names. */
  one?: Record<string, string>;
}

export type TopicsOf = (params: Record<string, string>) => Topic[];

/**
 * Answers of this public reading are kept for those who send no credentials, until something that they show changes.
 * They must depend on nothing but the address.
 */
export const Cached = (shown: Shown) => {
  const cachedAs: TopicsOf = (params) => [
    ...shown.any.map(any),
    ...Object.entries(shown.one ?? {}).flatMap(([kind, name]) => one(kind, Number(params[name]))),
  ];
  return RouteConfig({ cachedAs });
};

declare module 'fastify' {
  interface FastifyContextConfig {
    cachedAs?: TopicsOf;
  }
}
