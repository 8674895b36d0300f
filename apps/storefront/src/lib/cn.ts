import { createTailwindMerge } from 'tailwind-merge';

const any = () => true;
const COLOUR =
  /^(paper|surface|sunken|ink|muted|line|action|on-action|accent|danger|on-danger|success|scrim|current|transparent)(-(strong|hover|soft|ink))?(\/\d+)?$/;
const isColour = (value: string) => COLOUR.test(value);
const named = (...prefixes: string[]) =>
  Object.fromEntries(prefixes.map((prefix) => [prefix, [{ [prefix]: [any] }]]));

/**
 * Joins class names; a later one wins over an earlier one of its kind. Knows the kinds that callers of the kit
 * override; tailwind-merge's own list knows all of Tailwind and would cost every visitor 6 kB.
 */
export const cn = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups: {
    display: ['block', 'inline-block', 'inline', 'flex', 'inline-flex', 'grid', 'hidden', 'contents'],
    position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
    'font-size': [{ text: ['sm', 'base', 'lg', 'xl', '2xl', '3xl'] }],
    'text-align': [{ text: ['left', 'center', 'right'] }],
    'text-color': [{ text: [isColour] }],
    'font-family': [{ font: ['sans', 'display'] }],
    'font-weight': [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
    'border-width': [{ border: ['', '0', '2', '4', '6'] }],
    'border-style': [{ border: ['solid', 'dashed'] }],
    'border-color': [{ border: [isColour] }],
    ...named('size', 'w', 'h', 'min-w', 'min-h', 'max-w', 'max-h', 'aspect'),
    ...named('p', 'px', 'py', 'pt', 'pr', 'pb', 'pl', 'm', 'mx', 'my', 'mt', 'mr', 'mb', 'ml'),
    ...named(
      'inset',
      'inset-x',
      'inset-y',
      'top',
      'right',
      'bottom',
      'left',
      'translate-x',
      'translate-y',
      'z',
    ),
    ...named(
      'gap',
      'gap-x',
      'gap-y',
      'items',
      'justify',
      'self',
      'grid-cols',
      'col-span',
      'order',
      'leading',
    ),
    bg: [{ bg: [isColour] }],
    rounded: [{ rounded: ['sm', 'md', 'lg', 'full', 'none'] }],
    justify: [{ justify: ['start', 'center', 'end', 'between'] }],
    ...named('shadow', 'opacity', 'animate', 'line-clamp'),
  },
  conflictingClassGroups: {
    size: ['w', 'h'],
    p: ['px', 'py', 'pt', 'pr', 'pb', 'pl'],
    px: ['pr', 'pl'],
    py: ['pt', 'pb'],
    m: ['mx', 'my', 'mt', 'mr', 'mb', 'ml'],
    mx: ['mr', 'ml'],
    my: ['mt', 'mb'],
    inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left'],
    'inset-x': ['right', 'left'],
    'inset-y': ['top', 'bottom'],
    gap: ['gap-x', 'gap-y'],
  },
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: [],
}));
