import { Initial1790000000000 } from './1790000000000-initial';

/** In the order in which they run. */
export const migrations = [Initial1790000000000];
