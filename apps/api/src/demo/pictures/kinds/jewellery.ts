import { drawBackdrop, toneFor } from '../backdrop';
import { type Block, blockOutline, drawBlock } from '../block';
import { type Colour, colour, css, mix, scale } from '../colour';
import { curve, ellipse, moved, type Path, type Point } from '../geometry';
import { MATT } from '../light';
import { cloud, noise } from '../noise';
import { dropped } from '../shadow';
import type { Shot } from '../shot';
import { pathData } from '../texture';
import { design, drawCharm, type Piece, wire } from './charm';

function drawHook(shot: Shot, piece: Piece, x: number, y: number, s: number): void {
  wire(
    shot,
    curve([
      [x - s * 0.02, y + s * 0.02],
      [x + s * 0.06, y - s * 0.12],
      [x + s * 0.01, y - s * 0.22],
      [x - s * 0.08, y - s * 0.14],
      [x - s * 0.09, y + s * 0.06],
    ]),
    s * 0.014,
    piece.metal,
  );
}

const closed = (ring: Path): Point[] => [...ring, ...ring.slice(0, 1)];

/** What a charm keeps the light from: a ring for a hoop, the charm's own width for the rest. */
function charmShadow({ shape, long }: Piece, x: number, y: number, s: number): Path {
  if (shape !== 'hoop') {
    const [half, tall] = {
      drop: [0.11, 0.42],
      arch: [0.24, 0.34],
      disc: [0.24, 0.26],
      leaf: [0.1, 0.36],
      bead: [0.1, 0.36],
    }[shape] as [number, number];
    return ellipse(x, y + s * (shape === 'disc' ? 0.38 : 0.44), s * half, s * tall);
  }
  const r = s * 0.35 * long;
  const ring = (by: number): Path => ellipse(x, y + r, r * 0.8 + by, r + by);
  return [...closed(ring(s * 0.035)), ...closed(ring(-s * 0.035)).reverse()];
}

export function drawEarrings(shot: Shot): void {
  const { sheet, rng, view, seed } = shot;
  const piece = design(shot);
  const tone = toneFor(mix(piece.stone, piece.metal, 0.5), rng, view === 2);
  const pair = (
    view === 0
      ? [
          [530, 620, 900],
          [1070, 620, 900],
        ]
      : view === 1
        ? [[800, 560, 1450]]
        : [
            [585, 580, 640],
            [985, 580, 640],
          ]
  ) as readonly (readonly [number, number, number])[];
  if (view === 2) {
    drawStand(shot, tone);
    for (const [x, y, s] of pair) softShadow(shot, [charmShadow(piece, x, y, s)], 26, 20, 18, 0.5);
  } else {
    drawBackdrop(sheet, {
      ground: view === 0 ? 'linen' : 'stone',
      tone,
      flat: true,
      shadows: pair.map(([x, y, s]) =>
        dropped([charmShadow(piece, x, y, s)], s * 0.05, s * 0.06, s * 0.035, 0.55),
      ),
      seed,
    });
  }
  for (const [x, y, s] of pair) {
    drawHook(shot, piece, x, y, s);
    drawCharm(shot, piece, x, y, s);
  }
}

/** A cut stone to hang things on, by the window. */
function drawStand(shot: Shot, tone: Colour): void {
  const { sheet, rng, seed } = shot;
  const stone = scale(mix(colour('#e9e0d0'), tone, 0.25), 0.96);
  const stand: Block = {
    x: 790,
    y: 1680,
    wide: 880,
    tall: 1270,
    deep: 190,
    round: 12,
    yaw: -0.22,
    pitch: 0.16,
    finish: MATT,
    colour: (_face, u, v) =>
      scale(stone, 1 + 0.06 * cloud(u / 60, v / 60, seed, 3) + 0.05 * noise(u / 140, v / 9, seed)),
    step: 5,
  };
  drawBackdrop(sheet, {
    ground: rng.pick(['stone', 'plaster', 'oak']),
    tone,
    wall: tone,
    horizon: 1420,
    daylight: rng.pick(['panes', 'leaves']),
    shadows: [dropped([blockOutline(stand)], 130, 20, 60, 0.5)],
    seed,
  });
  drawBlock(sheet, stand);
}

function softShadow(
  shot: Shot,
  shapes: readonly Path[],
  dx: number,
  dy: number,
  blur: number,
  strength: number,
): void {
  const { sheet } = shot;
  const dark = dropped(shapes, dx, dy, blur, strength);
  sheet.add(
    sheet.raster({ x: 200, y: 300, width: 1200, height: 1300 }, 12, 12, (x, y, pixel) =>
      pixel.set([0.05, 0.03, 0.02, dark(x, y)]),
    ),
  );
}

/** A chain along a path: links as dashes, dark below and bright above. */
function drawChain(shot: Shot, path: Path, thick: number, metal: Colour): void {
  const d = pathData(path).slice(0, -1);
  const link = (c: Colour, width: number, dash: string, dy: number): string =>
    `<path d="${d}" transform="translate(0 ${dy})" fill="none" stroke="${css(c)}" stroke-width="${width}" stroke-dasharray="${dash}" stroke-linecap="round"/>`;
  const t = thick;
  shot.sheet.add(
    link(scale(metal, 0.34), t, `${t * 0.9} ${t * 1.2}`, 0) +
      link(scale(metal, 0.85), t * 0.72, `${t * 0.8} ${t * 1.3}`, -t * 0.12) +
      link(mix(metal, [1, 0.97, 0.88], 0.65), t * 0.26, `${t * 0.5} ${t * 1.6}`, -t * 0.3),
  );
}

export function drawNecklace(shot: Shot): void {
  const { sheet, rng, view, seed } = shot;
  const piece: Piece = { ...design(shot), long: 0.9 };
  const tone = toneFor(mix(piece.stone, piece.metal, 0.5), rng, view === 2);
  if (view === 2) {
    drawStand(shot, tone);
    const lay = curve([
      [560, 440],
      [566, 640],
      [640, 860],
      [800, 1040],
      [956, 850],
      [1020, 630],
      [1024, 412],
    ]);
    softShadow(shot, [charmShadow(piece, 800, 1040, 420)], 20, 16, 16, 0.45);
    drawChain(shot, lay, 15, piece.metal);
    drawCharm(shot, piece, 800, 1036, 440);
    return;
  }
  const s = view === 0 ? 640 : 980;
  const [x, y] = view === 0 ? [800, 1150] : [780, 800];
  const grow = s / 600;
  const lay = curve(
    [
      [-180, -960],
      [-420, -760],
      [-480, -480],
      [-330, -200],
      [0, 0],
      [330, -230],
      [470, -520],
      [380, -800],
      [120, -960],
    ].map(([dx, dy]) => [x + (dx ?? 0) * grow, y + (dy ?? 0) * grow] as const),
  );
  drawBackdrop(sheet, {
    ground: view === 0 ? 'linen' : 'plaster',
    tone,
    flat: true,
    shadows: [
      dropped([charmShadow(piece, x, y, s)], s * 0.05, s * 0.06, s * 0.04, 0.5),
      dropped([[...lay, ...moved([...lay].reverse(), 0, 14)]], 10, 14, 10, 0.5),
    ],
    seed,
  });
  drawChain(shot, lay, 17 * grow, piece.metal);
  drawCharm(shot, piece, x, y - s * 0.01, s);
}
