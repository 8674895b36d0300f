import { drawBackdrop, toneFor } from '../backdrop';
import { type Block, blockOutline, drawBlock, faceTransform } from '../block';
import { drawSprig, stem } from '../botanics';
import { type Colour, colour, mix, scale } from '../colour';
import { clamp, smoothstep } from '../geometry';
import { cloud, noise } from '../noise';
import { dropped } from '../shadow';
import type { Shot } from '../shot';
import { emblem } from '../still';
import { woodColour, WOODS } from '../wood';

/** Plain, marbled, layered, flecked: how the batch was poured. */
const POURS = ['plain', 'marbled', 'layered', 'flecked'] as const;

function poured(shot: Shot): (u: number, v: number, height: number) => Colour {
  const { product, tint } = shot;
  const pour = POURS[shot.form % POURS.length] ?? 'plain';
  const cream = mix(colour('#efe6d3'), tint.pale, 0.5);
  const body = product.pick([tint.main, mix(tint.main, cream, 0.45)]);
  const seed = product.int(1, 9999);
  const layer = product.range(0.35, 0.65);
  return (u, v, height) => {
    const cloudy = 1 + 0.04 * cloud(u / 60, v / 60 + height / 50, seed, 2);
    if (pour === 'marbled') {
      const warp = cloud(u / 150, (v + height) / 150, seed, 3) * 3.4;
      const vein = Math.sin(u / 52 + (v + height) / 80 + warp * 2.4);
      return scale(mix(cream, body, smoothstep(-0.35, 0.55, vein)), cloudy);
    }
    if (pour === 'layered') {
      const line = layer + 0.07 * noise(u / 70, v / 90, seed);
      return scale(mix(body, cream, smoothstep(line - 0.03, line + 0.03, height / 130)), cloudy);
    }
    if (pour === 'flecked') {
      const fleck = noise(u / 6, (v + height) / 6, seed) > 0.62 ? 1 : 0;
      return scale(
        mix(mix(cream, body, 0.5), noise(u / 30, v / 30, seed) > 0 ? tint.deep : tint.accent, fleck * 0.7),
        cloudy,
      );
    }
    return scale(body, cloudy);
  };
}

export function drawSoap(shot: Shot): void {
  const { sheet, rng, view, product, seed, tint } = shot;
  const pour = poured(shot);
  const mark = product.int(0, 4);
  const [wide, deep, round] = [product.range(0.92, 1.12), product.range(0.9, 1.1), product.range(24, 44)];
  const ink = mix(tint.deep, colour('#3a2c20'), 0.4);
  const bar = (x: number, y: number, yaw: number, pitch: number, size: number): Block => ({
    x,
    y,
    wide: 620 * wide * size,
    tall: 180 * size,
    deep: 430 * deep * size,
    round: round * size,
    yaw,
    pitch,
    finish: { gloss: 0.2, rough: 0.75, glow: 0.35 },
    colour: (face, u, v, height) => {
      const [a, b] = face === 'side' ? [v, u] : [u, v];
      return pour(a / size, (face === 'top' ? b : 200) / size, clamp(height / (180 * size)) * 130);
    },
    step: size > 1.4 ? 5 : 4,
  });
  const stamp = (block: Block, size: number): void => {
    const t = faceTransform(block, 'top');
    const press = (dx: number, c: Colour, opacity: number): string =>
      `<g transform="${t}" opacity="${opacity}"><g transform="translate(${dx} ${dx})">${emblem(0, 0, 118 * size, c, mark)}</g></g>`;
    sheet.add(press(3 * size, [1, 0.98, 0.92], 0.5) + press(0, ink, 0.34));
  };
  const tone = toneFor(tint.main, rng);
  if (view === 1) {
    const block = bar(720, 1480, 0.5, 0.8, 2.3);
    drawBackdrop(sheet, {
      ground: 'linen',
      tone,
      shadows: [dropped([blockOutline(block)], 70, 40, 60, 0.6)],
      seed,
    });
    drawBlock(sheet, block);
    stamp(block, 2.3);
    return;
  }
  const pitch = view === 0 ? 0.62 : 0.46;
  const blocks =
    view === 0
      ? [bar(790, 1310, 0.34, pitch, 1.75)]
      : [
          bar(760, 1610, 0.2, pitch, 1.12),
          bar(790, 1610 - 178 * Math.cos(pitch) * 1.12, -0.16, pitch, 1.1),
          bar(740, 1610 - 356 * Math.cos(pitch) * 1.12, 0.34, pitch, 1.08),
        ];
  drawBackdrop(sheet, {
    ground: view === 0 ? 'stone' : rng.pick(['oak', 'stone', 'smoked']),
    tone,
    wall: toneFor(tint.main, rng, true),
    horizon: view === 2 ? 1130 : undefined,
    daylight: view === 2 ? rng.pick(['panes', 'leaves']) : 'even',
    shadows: [
      dropped(blocks.slice(0, 1).map(blockOutline), 90, 26, 50, 0.65),
      dropped(blocks.slice(0, 1).map(blockOutline), 8, 20, 14, 0.4),
    ],
    seed,
  });
  if (view === 2) {
    drawSprig(sheet, 'eucalyptus', stem([1560, 1800], Math.PI + 0.1, 620, -0.12, rng), 150, rng);
    const rail = bar(770, 1655, 0.08, pitch, 1);
    drawBlock(sheet, {
      ...rail,
      wide: 880,
      deep: 640,
      tall: 44,
      round: 16,
      colour: (face, u, v) => woodColour(WOODS.walnut, u, face === 'top' ? v : v * 2, 7),
    });
  }
  for (const block of blocks) drawBlock(sheet, block);
  const last = blocks[blocks.length - 1];
  if (last) stamp(last, view === 0 ? 1.75 : 1.08);
}
