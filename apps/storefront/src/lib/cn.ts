import { extendTailwindMerge } from 'tailwind-merge';

/** Joins class names; a later Tailwind class wins over an earlier one of its kind. */
export const cn = extendTailwindMerge({
  extend: { theme: { shadow: ['float'], animate: ['rise', 'appear-late'] } },
});
