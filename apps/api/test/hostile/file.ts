export interface HostileFile {
  what: string;
  /** As the browser would call it. */
  name: string;
  type: string;
  bytes: Buffer;
  /** `taken`: a picture, whatever came with it. `either`: what decoders differ about, as long as it is one or the other. */
  outcome: 'refused' | 'taken' | 'either';
  /** Of the picture as one sees it, where it is taken. */
  size?: { width: number; height: number };
}

/** Stands in everything that must not come out again. */
export const PAYLOAD = 'hostile-payload';

export const HTML = `<!doctype html><script>alert("${PAYLOAD}")</script>`;
export const FORMATS = ['jpeg', 'png', 'webp', 'avif'] as const;
export type Format = (typeof FORMATS)[number];
export const SIZE = { width: 120, height: 90 };

export const file = (what: string, bytes: Buffer, format: Format) => ({
  what,
  name: `mug.${format === 'jpeg' ? 'jpg' : format}`,
  type: `image/${format}`,
  bytes,
});

export const refused = (what: string, bytes: Buffer, format: Format = 'jpeg'): HostileFile => ({
  ...file(what, bytes, format),
  outcome: 'refused',
});

export const taken = (
  what: string,
  bytes: Buffer,
  format: Format,
  size: HostileFile['size'],
): HostileFile => ({
  ...file(what, bytes, format),
  outcome: 'taken',
  size,
});
