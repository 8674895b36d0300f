import type { Box, Path, Point } from './geometry';

/** Marks the samples that a shape covers, and the ones whose centre is near; `reach` samples around come along. */
export function coverage(
  shapes: readonly Path[],
  box: Box,
  columns: number,
  rows: number,
  reach: number,
): Uint8Array {
  const mask = new Uint8Array(columns * rows);
  const [sx, sy] = [columns / box.width, rows / box.height];
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  for (const shape of shapes) {
    for (let k = 0; k < shape.length; k++) {
      const [x0, y0] = shape[k] as Point;
      const [x1, y1] = shape[(k + 1) % shape.length] as Point;
      const [ax, ay, bx, by] = [(x0 - box.x) * sx, (y0 - box.y) * sy, (x1 - box.x) * sx, (y1 - box.y) * sy];
      const pieces = Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) * 1.5) + 1;
      for (let i = 0; i <= pieces; i++) {
        const [px, py] = [
          Math.floor(ax + ((bx - ax) * i) / pieces),
          Math.floor(ay + ((by - ay) * i) / pieces),
        ];
        if (px >= 0 && py >= 0 && px < columns && py < rows) mask[py * columns + px] = 1;
      }
      const [top, bottom] = ay < by ? [ay, by] : [by, ay];
      for (let j = Math.max(0, Math.ceil(top - 0.5)); j < rows && j + 0.5 < bottom; j++) {
        crossings[j]?.push(ax + ((j + 0.5 - ay) / (by - ay)) * (bx - ax));
      }
    }
  }
  crossings.forEach((row, j) => {
    row.sort((a, b) => a - b);
    for (let k = 0; k + 1 < row.length; k += 2) {
      const from = Math.max(0, Math.floor(row[k] ?? 0));
      const to = Math.min(columns, Math.ceil(row[k + 1] ?? 0));
      if (to > from) mask.fill(1, j * columns + from, j * columns + to);
    }
  });
  return grow(mask, columns, rows, reach);
}

function grow(mask: Uint8Array, columns: number, rows: number, reach: number): Uint8Array {
  const wide = new Uint8Array(mask.length);
  for (let j = 0; j < rows; j++) {
    let until = -1;
    for (let i = 0; i < columns + reach; i++) {
      if (i < columns && mask[j * columns + i]) until = i + 2 * reach;
      if (i >= reach && i <= until) wide[j * columns + i - reach] = 1;
    }
  }
  const out = new Uint8Array(mask.length);
  for (let j = 0; j < rows; j++) {
    for (let d = -reach; d <= reach; d++) {
      const from = j + d;
      if (from < 0 || from >= rows) continue;
      for (let i = 0; i < columns; i++) if (wide[from * columns + i]) out[j * columns + i] = 1;
    }
  }
  return out;
}
