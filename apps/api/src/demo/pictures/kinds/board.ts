import { drawBackdrop, toneFor } from '../backdrop';
import { drawSprig, stem } from '../botanics';
import { type Colour, colour, css, scale } from '../colour';
import {
  bounds,
  curve,
  ellipse,
  moved,
  outline,
  type Path,
  type Point,
  smoothstep,
  turned,
} from '../geometry';
import { noise } from '../noise';
import { contact, dropped } from '../shadow';
import type { Shot } from '../shot';
import { drawFruits } from '../still';
import { pathData, drawTexture } from '../texture';
import { BOARD_FORMS } from './board-forms';
import { TIMBER, type Wood, woodColour, WOODS } from '../wood';

function boardShape(
  form: readonly Point[],
  cx: number,
  top: number,
  size: number,
  widen: number,
  turn: number,
): Path {
  const right = form.map(([x, y]) => [x * size * widen, y * size] as const);
  const left = [...right].reverse().map(([x, y]) => [-x, y] as const);
  const shape = curve([...right, ...left], true, 10);
  return turned(shape, turn, [0, size / 2]).map(([x, y]) => [cx + x, top + y] as const);
}

/** A board face with grain along its length and edges that catch the light. */
function drawFace(
  shot: Shot,
  shape: Path,
  wood: Wood,
  seed: number,
  turn: number,
  thick: number,
  fine: boolean,
): void {
  const { sheet } = shot;
  const box = bounds(shape);
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  sheet.add(
    `<path d="${outline(moved(shape, thick * 0.35, thick))}" fill="${css(scale(wood.dark, 0.42))}"/>`,
  );
  sheet.add(
    `<path d="${outline(moved(shape, thick * 0.2, thick * 0.55))}" fill="${css(scale(wood.dark, 0.66))}"/>`,
  );
  const [cos, sin] = [Math.cos(-turn), Math.sin(-turn)];
  sheet.paint(shape, box, fine ? [3, 5] : [3, 9], (x, y, pixel) => {
    const [dx, dy] = [x - cx, y - cy];
    const across = dx * cos - dy * sin;
    const along = dx * sin + dy * cos;
    const c = woodColour(wood, along, across * 1.15, seed);
    const light =
      0.98 -
      0.16 * smoothstep(-box.width * 0.5, box.width * 0.6, dx) -
      0.08 * smoothstep(-box.height * 0.2, box.height * 0.6, dy);
    pixel[0] = c[0] * light;
    pixel[1] = c[1] * light * 0.99;
    pixel[2] = c[2] * light * 0.97;
  });
  sheet.add(
    `<g clip-path="${sheet.clip(shape)}"><path d="${outline(moved(shape, thick * 0.12, thick * 0.16))}" fill="none" stroke="#fff3dc" stroke-opacity="0.5" stroke-width="${thick * 0.3}"/><path d="${outline(moved(shape, -thick * 0.12, -thick * 0.2))}" fill="none" stroke="#2b1a0c" stroke-opacity="0.26" stroke-width="${thick * 0.42}"/></g>`,
  );
}

function drawHole(shot: Shot, x: number, y: number, r: number, tone: Colour): void {
  const { sheet } = shot;
  sheet.add(
    `<path d="${outline(ellipse(x, y, r, r))}" fill="${css(scale(tone, 0.32))}"/><path d="${outline(ellipse(x + r * 0.16, y + r * 0.2, r * 0.84, r * 0.82))}" fill="${css(scale(tone, 0.7))}"/>`,
  );
}

/** A knife lying beside the board: blade, bolster, handle. */
function drawKnife(shot: Shot, x: number, y: number, turn: number): Path {
  const { sheet } = shot;
  const blade = curve(
    [
      [0, 0],
      [330, -4],
      [470, 12],
      [520, 40],
      [400, 62],
      [0, 64],
    ],
    true,
    8,
  );
  const grip = curve(
    [
      [-10, 2],
      [-120, -4],
      [-270, 6],
      [-300, 34],
      [-270, 62],
      [-120, 60],
      [-10, 62],
    ],
    true,
    8,
  );
  const place = (shape: Path): Path => moved(turned(shape, turn), x, y);
  const steel = sheet.define(
    (id) =>
      `<linearGradient id="${id}" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#f1efe9"/><stop offset="0.5" stop-color="#b9b7b1"/><stop offset="1" stop-color="#8b8a86"/></linearGradient>`,
  );
  sheet.add(
    `<path d="${outline(place(blade))}" fill="${steel}"/><path d="${outline(place(grip))}" fill="#4a3427"/><path d="${outline(moved(place(grip), 0, -8))}" fill="none" stroke="#8b6a50" stroke-opacity="0.5" stroke-width="5"/>`,
  );
  return [...place(blade), ...place(grip)];
}

export function drawBoard(shot: Shot): void {
  const { sheet, rng, view, product, seed } = shot;
  const form = BOARD_FORMS[shot.form % BOARD_FORMS.length] ?? [];
  const wood = WOODS[TIMBER[shot.tintName]];
  const [widen, grain] = [product.range(0.9, 1.08), product.int(1, 999)];
  const handled = (form[0]?.[0] ?? 1) < 0.1;
  const tone = toneFor(wood.light, rng, view === 2);
  if (view === 0) {
    const shape = boardShape(form, 800, 300, 1420, widen, 0);
    drawBackdrop(sheet, {
      ground: 'plaster',
      tone,
      horizon: 1640,
      wall: tone,
      shadows: [dropped([shape], 70, 26, 46, 0.55), contact(830, 1722, 420, 20, 0.7)],
      seed,
    });
    drawFace(shot, shape, wood, grain, 0, 22, false);
    if (handled) drawHole(shot, 800, 300 + 1420 * 0.055, 30, tone);
    return;
  }
  if (view === 1) {
    const shape = boardShape(form, 610, -250, 2900, widen, 0.42);
    drawBackdrop(sheet, {
      ground: 'linen',
      tone,
      flat: true,
      shadows: [dropped([shape], 60, 70, 60, 0.6)],
      seed,
    });
    drawFace(shot, shape, wood, grain, 0.42, 44, true);
    drawTexture(sheet, pathData(shape), 'grain', 0.16, 1.2);
    return;
  }
  const shape = boardShape(form, 700, 330, 1340, widen, 0.24);
  const fruits = [
    { x: 1235, y: 560, r: 105 },
    { x: 1390, y: 730, r: 98 },
  ];
  const knife = moved(
    turned(
      [
        [-300, 0],
        [520, 0],
        [520, 64],
        [-300, 64],
      ],
      -1.25,
    ),
    1300,
    1500,
  );
  drawBackdrop(sheet, {
    ground: rng.pick(['linen', 'stone', 'plaster']),
    tone,
    flat: true,
    daylight: 'leaves',
    shadows: [
      dropped([shape], 40, 46, 36, 0.6),
      dropped([knife], 14, 18, 16, 0.5),
      ...fruits.map((f) => dropped([ellipse(f.x, f.y, f.r, f.r)], 46, 52, 34, 0.6)),
    ],
    seed,
  });
  drawFace(shot, shape, wood, grain, 0.24, 26, false);
  const crumbs = Array.from({ length: 26 }, (_, i) =>
    outline(
      ellipse(
        680 + noise(i, 3, seed) * 220,
        1120 + noise(i, 9, seed) * 280,
        3 + (i % 4) * 2,
        3 + (i % 3) * 2,
        0,
        7,
      ),
    ),
  );
  sheet.add(`<path d="${crumbs.join('')}" fill="${css(colour('#b98748'))}"/>`);
  drawSprig(sheet, 'olive', stem([430, 1190], -0.75, 480, 0.3, rng), 150, rng);
  drawFruits(sheet, fruits, rng);
  drawKnife(shot, 1300, 1500, -1.25);
}
