import { createRequire } from 'node:module';
import { join } from 'node:path';

type Services = typeof import('../../../tools/services.mjs');

/** Compiled specs stand elsewhere in the tree, so the tool is found from the workspace's root. */
export const { startRedis } = createRequire(__filename)(
  join(process.cwd(), 'tools/services.mjs'),
) as Services;
