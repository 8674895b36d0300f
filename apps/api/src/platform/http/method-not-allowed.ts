import type { FastifyInstance } from 'fastify';

/** Tells whether an address that has no handler for one method has one for another: 405 instead of 404. */
export class KnownAddresses {
  private readonly methods = new Map<string, Set<string>>();
  private patterns?: [RegExp, Set<string>][];

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (!url.startsWith('/api/') || url.includes('*')) return;
      const known = this.methods.get(url) ?? new Set();
      for (const name of [method].flat()) known.add(name);
      this.methods.set(url, known);
    });
  }

  /** Methods that the address takes; empty when it is unknown. */
  allowed(url: string): string[] {
    const path = url.split('?', 1)[0]?.replace(/\/$/, '') ?? '';
    this.patterns ??= [...this.methods].map(([pattern, methods]) => [toRegExp(pattern), methods]);
    const found = this.patterns
      .filter(([pattern]) => pattern.test(path))
      .flatMap(([, methods]) => [...methods]);
    return [...new Set(found)].sort();
  }
}

const toRegExp = (pattern: string) =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
