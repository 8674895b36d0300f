import { Initial1790000000000 } from './1790000000000-initial';
import { EndsOfRows1790100000000 } from './1790100000000-ends-of-rows';

/** In the order in which they run. */
export const migrations = [Initial1790000000000, EndsOfRows1790100000000];
