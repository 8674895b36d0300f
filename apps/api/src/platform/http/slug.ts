import slugify from 'slugify';
import { LIMITS } from '@souk/contracts';

/** For readable addresses; never empty, not unique. */
export const slugOf = (name: string): string =>
  slugify(name, { lower: true, strict: true }).slice(0, LIMITS.slug.max).replace(/-+$/, '') || 'item';
