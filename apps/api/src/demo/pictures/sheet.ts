import { toByte } from './colour';
import { coverage } from './coverage';
import { type Box, outline, type Path } from './geometry';
import { pngDataUri } from './png';

/** Where a painter leaves one pixel: linear red, green, blue and alpha, 0…1 each. */
export type Pixel = Float64Array;
type Painter = (x: number, y: number, pixel: Pixel) => void;

/** The SVG being drawn: crisp outlines are paths, soft light inside them is a small raster stretched smoothly. */
export class Sheet {
  private readonly defs: string[] = [];
  private readonly body: string[] = [];
  private readonly known = new Map<string, string>();
  private magnified = 1;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  add(markup: string): void {
    this.body.push(markup);
  }

  /** Adds a definition and returns its reference; the same definition twice is stored once. */
  define(markup: (id: string) => string): string {
    const text = markup('');
    let id = this.known.get(text);
    if (!id) {
      id = `d${this.known.size}`;
      this.known.set(text, id);
      this.defs.push(markup(id));
    }
    return `url(#${id})`;
  }

  clip(...shapes: readonly Path[]): string {
    const d = shapes.map(outline).join('');
    return this.define((id) => `<clipPath id="${id}"><path d="${d}" clip-rule="evenodd"/></clipPath>`);
  }

  /** Paints `box` at one sample per `stepX` × `stepY` units and returns the image's markup. */
  raster(box: Box, stepX: number, stepY: number, painter: Painter, shapes?: readonly Path[]): string {
    const columns = Math.max(2, Math.ceil(box.width / stepX));
    const rows = Math.max(2, Math.ceil(box.height / stepY));
    const grid = { ...box, width: columns * stepX, height: rows * stepY };
    const mask = shapes && coverage(shapes, grid, columns, rows, 2);
    const data = new Uint8Array(columns * rows * 4);
    const pixel = new Float64Array(4);
    let offset = 0;
    for (let j = 0; j < rows; j++) {
      const y = box.y + (j + 0.5) * stepY;
      for (let i = 0; i < columns; i++, offset += 4) {
        if (mask && !mask[j * columns + i]) continue;
        pixel[3] = 1;
        painter(box.x + (i + 0.5) * stepX, y, pixel);
        const dither = (((i * 7 + j * 13) ^ (i * j * 31)) & 7) / 8 - 0.44;
        data[offset] = toByte(pixel[0] ?? 0, dither);
        data[offset + 1] = toByte(pixel[1] ?? 0, dither);
        data[offset + 2] = toByte(pixel[2] ?? 0, dither);
        data[offset + 3] = Math.max(0, Math.min(255, Math.round((pixel[3] ?? 1) * 255 + dither)));
      }
    }
    const uri = pngDataUri(columns, rows, data);
    return `<image x="${box.x}" y="${box.y}" width="${grid.width}" height="${grid.height}" preserveAspectRatio="none" href="${uri}"/>`;
  }

  /** Draws everything in `draw` enlarged about a spot, as a lens does, with somewhat finer samples. */
  zoom(x: number, y: number, factor: number, draw: () => void): void {
    const [dx, dy] = [Math.round(this.width / 2 - x * factor), Math.round(this.height / 2 - y * factor)];
    this.add(`<g transform="matrix(${factor} 0 0 ${factor} ${dx} ${dy})">`);
    this.magnified = Math.sqrt(factor);
    draw();
    this.magnified = 1;
    this.add('</g>');
  }

  /** Paints inside a crisp outline. The raster reaches past it, so that no edge fades out. */
  paint(
    shape: Path | readonly Path[],
    box: Box,
    step: number | readonly [number, number],
    painter: Painter,
  ): void {
    const shapes = isPath(shape) ? [shape] : shape;
    const [stepX, stepY] = (typeof step === 'number' ? [step, step] : step).map(
      (s) => s / this.magnified,
    ) as [number, number];
    const wide = {
      x: box.x - 2 * stepX,
      y: box.y - 2 * stepY,
      width: box.width + 4 * stepX,
      height: box.height + 4 * stepY,
    };
    this.add(
      `<g clip-path="${this.clip(...shapes)}">${this.raster(wide, stepX, stepY, painter, shapes)}</g>`,
    );
  }

  toString(): string {
    const { width, height } = this;
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<defs>${this.defs.join('')}</defs>${this.body.join('')}</svg>`
    );
  }
}

function isPath(shape: Path | readonly Path[]): shape is Path {
  return typeof shape[0]?.[0] === 'number';
}
