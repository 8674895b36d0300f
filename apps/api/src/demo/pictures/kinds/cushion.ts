import { artwork, inksOf } from '../art';
import { drawBackdrop, toneFor } from '../backdrop';
import { drawBlock, blockOutline, type Block } from '../block';
import { patternOf, type Weave, weave } from '../cloth';
import { css, mix, scale } from '../colour';
import { curve, type Path, turned } from '../geometry';
import { MATT, SATIN } from '../light';
import { cloud } from '../noise';
import { random } from '../random';
import { drawRelief } from '../relief';
import { contact, dropped } from '../shadow';
import type { Shot } from '../shot';
import { drawTexture, pathData } from '../texture';
import { drawTube } from '../tube';
import { woodColour, WOODS } from '../wood';

interface Cushion {
  readonly cloth: Weave;
  readonly ratio: number;
  readonly piped: boolean;
  /** Artwork instead of a woven pattern. */
  readonly art?: number;
  readonly seed: number;
}

function cushionShape(cushion: Cushion, cx: number, cy: number, w: number, tilt: number): Path {
  const [a, b] = [w / 2, (w / 2) * cushion.ratio];
  const dip = 0.91;
  const shape = curve(
    [
      [-a, -b],
      [-a * 0.5, -b * 0.935],
      [0, -b * dip],
      [a * 0.5, -b * 0.935],
      [a, -b],
      [a * 0.945, -b * 0.5],
      [a * dip, 0],
      [a * 0.945, b * 0.5],
      [a, b],
      [a * 0.5, b * 0.955],
      [0, b * 0.94],
      [-a * 0.5, b * 0.955],
      [-a, b],
      [-a * 0.945, b * 0.5],
      [-a * dip, 0],
      [-a * 0.945, -b * 0.5],
    ],
    true,
    8,
  );
  return turned(shape, tilt).map(([x, y]) => [cx + x, cy + y] as const);
}

function drawCushionAt(shot: Shot, cushion: Cushion, cx: number, cy: number, w: number, tilt: number): void {
  const { sheet, tint } = shot;
  const shape = cushionShape(cushion, cx, cy, w, tilt);
  const [a, b] = [w / 2, (w / 2) * cushion.ratio];
  const [cos, sin] = [Math.cos(-tilt), Math.sin(-tilt)];
  const local = (x: number, y: number): readonly [number, number] => [
    (x - cx) * cos - (y - cy) * sin,
    (x - cx) * sin + (y - cy) * cos,
  ];
  drawRelief(sheet, {
    shape,
    finish: MATT,
    height: (x, y) => {
      const [lx, ly] = local(x, y);
      const [u, v] = [Math.min(1, Math.abs(lx / a)), Math.min(1, Math.abs(ly / b))];
      const dome = (1 - u ** 2.6) * (1 - v ** 2.6) * w * 0.22;
      const corner = (u * v) ** 1.5;
      const wrinkle =
        cloud((lx - ly * Math.sign(lx * ly)) / 90, (lx + ly) / 300, cushion.seed, 2) * 26 * corner +
        cloud(lx / 190, ly / 190, cushion.seed + 1, 2) * 15;
      return dome + wrinkle;
    },
    colour: (x, y) => {
      const [lx, ly] = local(x, y);
      const swell = 1 - 0.1 * (lx / a) ** 2;
      return cushion.cloth(lx * swell, ly);
    },
  });
  if (cushion.art !== undefined) {
    const inks = { ...inksOf(tint, random('cushion', cushion.seed)), paper: cushion.cloth(0, 0) };
    const [aw, ah] = [w * 0.62, w * 0.62 * cushion.ratio];
    sheet.add(
      `<g opacity="0.8" transform="translate(${cx} ${cy}) rotate(${(tilt * 180) / Math.PI}) translate(${-aw / 2} ${-ah / 2})">${artwork(cushion.art, aw, ah, inks, random('cushion', cushion.seed))}</g>`,
    );
  }
  drawTexture(sheet, pathData(shape), 'linen', 0.3, 1);
  const cord = cushion.piped ? scale(tint.deep, 1.1) : scale(cushion.cloth(a * 0.9, b * 0.9), 0.72);
  if (cushion.piped)
    drawTube(sheet, {
      path: [...shape.slice(16), ...shape.slice(0, 24)],
      radius: w * 0.0095,
      colour: cord,
      finish: SATIN,
      step: 3,
    });
  else
    sheet.add(
      `<path d="${pathData(shape)}" fill="none" stroke="${css(cord)}" stroke-width="4" stroke-opacity="0.5"/>`,
    );
}

export function drawCushion(shot: Shot): void {
  const { sheet, rng, view, product, tint, seed, form } = shot;
  const printed = form >= 6;
  const cushion: Cushion = {
    cloth: weave(printed ? 'plain' : patternOf(form), tint, product),
    ratio: product.pick([1, 1, 0.98, 0.68]),
    piped: product.chance(0.55),
    art: printed ? [2, 6, 1, 5][form % 4] : undefined,
    seed: product.int(1, 9999),
  };
  const main = mix(tint.main, tint.pale, 0.1);
  const tone = toneFor(main, rng, view === 2);
  if (view !== 2) {
    const [w, tilt] = [1160, 0.03];
    const cy = 1560 - (w / 2) * cushion.ratio;
    const shape = cushionShape(cushion, 800, cy, w, tilt);
    drawBackdrop(sheet, {
      ground: 'paper',
      tone,
      shadows: [dropped([shape], 110, 20, 60, 0.5), contact(830, 1560, 520, 26, 0.7)],
      seed,
    });
    if (view === 0) drawCushionAt(shot, cushion, 800, cy, w, tilt);
    else
      sheet.zoom(800 - w * 0.23, cy - w * 0.2 * cushion.ratio, 2, () =>
        drawCushionAt(shot, cushion, 800, cy, w, tilt),
      );
    return;
  }
  const wood = WOODS[rng.pick(['oak', 'walnut', 'ash'] as const)];
  const bench: Block = {
    x: 800,
    y: 1600,
    wide: 1420,
    tall: 84,
    deep: 520,
    round: 16,
    yaw: 0,
    pitch: 0.26,
    finish: SATIN,
    colour: (face, u, v) => woodColour(wood, u, face === 'front' ? v * 2 : v, 3),
    step: [10, 4],
  };
  const [w, cy] = [820, 1560 - 410 * cushion.ratio];
  drawBackdrop(sheet, {
    ground: 'oak',
    tone,
    wall: tone,
    horizon: 1660,
    daylight: rng.pick(['panes', 'leaves']),
    shadows: [
      dropped([cushionShape(cushion, 640, cy, w, -0.05)], 120, 10, 56, 0.45),
      dropped([blockOutline(bench)], 30, 120, 60, 0.5),
    ],
    seed,
  });
  for (const x of [190, 1410])
    drawTube(sheet, {
      path: [
        [x, 1590],
        [x + (x > 800 ? 16 : -16), 1940],
      ],
      radius: (t) => 34 - 8 * t,
      colour: (t, across) => woodColour(wood, t * 300, across * 40, 8),
      finish: SATIN,
    });
  drawBlock(sheet, bench);
  const second = {
    ...cushion,
    cloth: weave('plain', { ...tint, main: tint.pale }, product),
    art: undefined,
    seed: cushion.seed + 5,
  };
  drawCushionAt(shot, second, 1080, cy + 60, w * 0.82, 0.14);
  drawCushionAt(shot, cushion, 600, cy + 20, w, -0.05);
}
