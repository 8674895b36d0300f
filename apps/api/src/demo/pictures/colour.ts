/** Linear-light red, green and blue, 0…1 each; light adds up here as it does in a room. */
export type Colour = readonly [number, number, number];

const toLinear = (byte: number): number => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

const SRGB = Uint8Array.from({ length: 4096 }, (_, i) => {
  const c = i / 4095;
  return Math.round(255 * (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055));
});

/** Linear 0…1 to an sRGB byte; `dither` is −0.5…0.5 of a step, against banding in soft gradients. */
export function toByte(linear: number, dither = 0): number {
  const c = linear <= 0 ? 0 : linear >= 1 ? 1 : linear;
  const byte = (SRGB[(c * 4095) | 0] ?? 0) + dither;
  return byte < 0 ? 0 : byte > 255 ? 255 : Math.round(byte);
}

export function colour(hex: string): Colour {
  const n = parseInt(hex.slice(1), 16);
  return [toLinear(n >> 16), toLinear((n >> 8) & 255), toLinear(n & 255)];
}

export function css(c: Colour): string {
  return `#${c.map((v) => toByte(v).toString(16).padStart(2, '0')).join('')}`;
}

export function mix(a: Colour, b: Colour, amount: number): Colour {
  return [a[0] + (b[0] - a[0]) * amount, a[1] + (b[1] - a[1]) * amount, a[2] + (b[2] - a[2]) * amount];
}

export function scale(c: Colour, by: number): Colour {
  return [c[0] * by, c[1] * by, c[2] * by];
}

/** Relative luminance, 0…1. */
export function luminance(c: Colour): number {
  return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

/** What shade looks like in a warm room: never black. */
export const SHADE: Colour = colour('#2b1d12');
