import { type Colour, colour } from './colour';

/**
 * Ten tints, shared by all goods, so that a store's shelf hangs together and a name like "Ember" means one colour.
 * `main` is the body, `deep` its darker companion, `pale` the quiet one, `accent` for a detail.
 */
export interface Tint {
  readonly main: Colour;
  readonly deep: Colour;
  readonly pale: Colour;
  readonly accent: Colour;
}

const tint = (main: string, deep: string, pale: string, accent: string): Tint => ({
  main: colour(main),
  deep: colour(deep),
  pale: colour(pale),
  accent: colour(accent),
});

export const TINT_NAMES = [
  'chalk',
  'oat',
  'ember',
  'rose',
  'saffron',
  'moss',
  'sage',
  'harbour',
  'indigo',
  'char',
] as const;
export type TintName = (typeof TINT_NAMES)[number];

export const TINTS: Record<TintName, Tint> = {
  chalk: tint('#efe9dd', '#b9ab95', '#f7f3ea', '#8c6f52'),
  oat: tint('#d8c4a2', '#937350', '#efe4cf', '#5b4a38'),
  ember: tint('#b3603f', '#6d2a18', '#e6b896', '#2f2723'),
  rose: tint('#d3a094', '#8f4f48', '#f0dcd2', '#6b3a3a'),
  saffron: tint('#d3a04e', '#8f5a1c', '#f2dca8', '#3f4a45'),
  moss: tint('#77804f', '#3c4426', '#cdd0a8', '#c98b3c'),
  sage: tint('#a3ae93', '#5f6f58', '#e0e4d4', '#7a5a43'),
  harbour: tint('#5d838a', '#214a52', '#c3d7d6', '#d79a5a'),
  indigo: tint('#47557c', '#1d2848', '#c0c8dc', '#c8744a'),
  char: tint('#45403c', '#211e1c', '#b8b0a6', '#c08a4a'),
};
