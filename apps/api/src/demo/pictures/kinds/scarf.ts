import { drawBackdrop, toneFor } from '../backdrop';
import { folds, patternOf, type Weave, weave } from '../cloth';
import { type Colour, css, mix, scale } from '../colour';
import { curve, lerp, type Path, roundedRect, smoothstep } from '../geometry';
import { MATT } from '../light';
import { noise } from '../noise';
import { drawRelief } from '../relief';
import { contact, dropped } from '../shadow';
import type { Shot } from '../shot';
import { drawTexture, pathData } from '../texture';
import { drawTube } from '../tube';
import { woodColour, WOODS } from '../wood';

/** A length of cloth hanging from (x0…x1, top) to a wavering hem. */
interface Hanging {
  readonly x: number;
  readonly top: number;
  readonly wide: number;
  readonly long: number;
  readonly flare: number;
  readonly seed: number;
}

function hangingShape({ x, top, wide, long, flare, seed }: Hanging): Path {
  const side = (t: number, s: number): readonly [number, number] => [
    x + s * (wide / 2) * (1 + flare * t) + noise(t * 3, s * 5, seed) * wide * 0.035,
    top + long * t + s * noise(1, 2, seed) * 10,
  ];
  const ts = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const right = curve(
    ts.map((t) => side(t, 1)),
    false,
    8,
  );
  const left = curve(
    [...ts].reverse().map((t) => side(t, -1)),
    false,
    8,
  );
  return [...right, ...left];
}

function drawHanging(shot: Shot, piece: Hanging, cloth: Weave, light: number, fringe: number): void {
  const { sheet } = shot;
  const shape = hangingShape(piece);
  const fold = folds(piece.seed, piece.wide * 0.05, piece.wide / 2.6);
  if (fringe > 0) drawFringe(shot, piece, cloth, light, fringe);
  drawRelief(sheet, {
    shape,
    finish: MATT,
    height: fold,
    colour: (x, y) => cloth(x - piece.x + fold(x, y) * 0.9, y - piece.top),
    open: (x, y) => {
      const t = (y - piece.top) / piece.long;
      return (
        light *
        (0.72 + 0.28 * smoothstep(0, 0.1, t)) *
        (0.86 + 0.14 * smoothstep(-1, 0.4, fold(x, y) / (piece.wide * 0.05)))
      );
    },
    step: 5,
  });
  drawTexture(sheet, pathData(shape), 'knit', 0.16, 0.55);
}

function drawFringe(shot: Shot, piece: Hanging, cloth: Weave, light: number, long: number): void {
  const strands: string[] = [];
  const count = Math.round(piece.wide / 15);
  for (let i = 0; i < count; i++) {
    const t = (i + 0.5) / count;
    const x = piece.x + (t - 0.5) * piece.wide * (1 + piece.flare);
    const y = piece.top + piece.long - 6;
    const sway = noise(i * 1.7, 3, piece.seed) * 12;
    const end = y + long * (0.92 + 0.1 * noise(i, 8, piece.seed));
    const c = scale(
      cloth((t - 0.5) * piece.wide, piece.long),
      light * (0.62 + 0.22 * noise(i * 2.3, 1, piece.seed)),
    );
    strands.push(
      `<path d="M${x.toFixed(1)} ${y}C${(x + sway).toFixed(1)} ${y + long * 0.3} ${(x - sway).toFixed(1)} ${y + long * 0.6} ${(x + sway * 1.4).toFixed(1)} ${end.toFixed(1)}" fill="none" stroke="${css(c)}" stroke-width="8.5" stroke-linecap="round"/>`,
    );
  }
  shot.sheet.add(strands.join(''));
}

/** A cloth folded to a flat parcel, its layers showing at the near edge. */
function drawFolded(
  shot: Shot,
  cx: number,
  cy: number,
  w: number,
  h: number,
  turn: number,
  cloth: Weave,
  layers: number,
  seed: number,
): Path {
  const { sheet } = shot;
  const bulge = (k: number): Path => roundedRect(cx + k * 5, cy + k * 13, w - k * 6, h, 44, turn);
  for (let k = layers; k > 0; k--) {
    const shape = bulge(k);
    drawRelief(sheet, {
      shape,
      finish: MATT,
      height: (x, y) => noise(x / 140, y / 40, seed + k) * 10,
      colour: (x, y) => scale(cloth(x - cx, y - cy), 0.62 + (k % 2) * 0.12),
      step: 8,
    });
  }
  const top = bulge(0);
  const [cos, sin] = [Math.cos(-turn), Math.sin(-turn)];
  const local = (x: number, y: number): readonly [number, number] => [
    (x - cx) * cos - (y - cy) * sin,
    (x - cx) * sin + (y - cy) * cos,
  ];
  drawRelief(sheet, {
    shape: top,
    finish: MATT,
    height: (x, y) => {
      const [u, v] = local(x, y);
      const edge = Math.min(1, (w / 2 - Math.abs(u)) / 60) * Math.min(1, (h / 2 - Math.abs(v)) / 60);
      return (
        40 * Math.sin((Math.PI / 2) * Math.max(0, edge)) +
        noise(u / 170, v / 210, seed) * 16 +
        noise(u / 60, v / 90, seed + 3) * 4
      );
    },
    colour: (x, y) => cloth(...local(x, y)),
    step: 5,
  });
  drawTexture(sheet, pathData(top), 'knit', 0.17, 0.55);
  return top;
}

function drawRail(shot: Shot, y: number, from: number, to: number): void {
  drawTube(shot.sheet, {
    path: [
      [from, y],
      [lerp(from, to, 0.5), y],
      [to, y],
    ],
    radius: 21,
    colour: (t, across) => woodColour(WOODS.oak, t * (to - from), across * 30, 4),
    finish: { gloss: 0.2, rough: 0.6 },
    step: 4,
  });
}

export function drawScarf(shot: Shot): void {
  drawCloth(shot, { wide: 560, fringe: 120, layers: 5 });
}

export function drawThrow(shot: Shot): void {
  drawCloth(shot, { wide: 760, fringe: shot.product.chance(0.6) ? 90 : 0, layers: 7 });
}

function drawCloth(shot: Shot, size: { wide: number; fringe: number; layers: number }): void {
  const { sheet, rng, view, product, tint, seed } = shot;
  const cloth = weave(patternOf(shot.form), tint, product);
  const fold = product.int(1, 9999);
  const main: Colour = mix(tint.main, tint.pale, 0.1);
  const tone = toneFor(main, rng, view === 2);
  const wide = size.wide * product.range(0.92, 1.1);
  if (view === 2) {
    const [w, h, turn] = [size.wide > 600 ? 1120 : 880, size.wide > 600 ? 1000 : 1020, rng.range(-0.16, 0.1)];
    const shape = roundedRect(800, 1010, w, h, 44, turn);
    drawBackdrop(sheet, {
      ground: rng.pick(['oak', 'smoked', 'linen', 'stone']),
      tone,
      flat: true,
      daylight: rng.pick(['leaves', 'panes']),
      shadows: [dropped([shape], 56, 84, 44, 0.65)],
      seed,
    });
    drawFolded(shot, 800, 980, w, h, turn, cloth, size.layers, fold);
    return;
  }
  const rail = 330;
  const back: Hanging = {
    x: 800 + wide * 0.2,
    top: rail - 8,
    wide: wide * 0.94,
    long: 980,
    flare: 0.05,
    seed: fold + 7,
  };
  const front: Hanging = { x: 790 - wide * 0.12, top: rail - 20, wide, long: 1230, flare: 0.07, seed: fold };
  const scene = (): void => {
    drawHanging(shot, back, cloth, 0.6, size.fringe);
    drawRail(shot, rail, -40, 1640);
    drawHanging(shot, front, cloth, 1, size.fringe);
  };
  drawBackdrop(sheet, {
    ground: 'plaster',
    tone,
    flat: true,
    shadows: [
      dropped([hangingShape(back), hangingShape(front)], 80, 46, 50, 0.5),
      contact(820, rail + 60, 800, 14, 0.3),
    ],
    seed,
  });
  if (view === 0) scene();
  else sheet.zoom(front.x + wide * 0.06, front.top + front.long - (size.fringe > 0 ? 170 : 330), 2, scene);
}
