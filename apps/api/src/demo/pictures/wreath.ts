import { type Colour, css } from './colour';
import { curve, moved, outline, type Path, turned } from './geometry';

/** A ring of small leaves, open at the top, for signs and labels. */
export function leafRing(cx: number, cy: number, r: number, ink: Colour): string {
  const blade: Path = curve(
    [
      [0, 0],
      [18, -9],
      [46, 0],
      [18, 9],
    ],
    true,
    8,
  );
  const leaves: string[] = [];
  for (let i = 0; i < 34; i++) {
    const side = i % 2 ? 1 : -1;
    const a = -Math.PI / 2 + 0.32 + ((Math.PI * 2 - 0.64) * i) / 33;
    leaves.push(
      outline(
        moved(turned(blade, a + Math.PI / 2 + side * 0.62), cx + Math.cos(a) * r, cy + Math.sin(a) * r),
      ),
    );
  }
  return `<path d="${leaves.join('')}" fill="${css(ink)}"/>`;
}
