import { artwork, inksOf } from '../art';
import { drawBackdrop, toneFor } from '../backdrop';
import { type Colour, colour, css, mix, scale } from '../colour';
import { glazing } from '../glaze';
import { type Path, roundedRect } from '../geometry';
import { lathe } from '../lathe';
import { random, type Random } from '../random';
import { dropped, standing } from '../shadow';
import type { Shot } from '../shot';
import { drawTexture, pathData, rectPath } from '../texture';
import { woodColour, WOODS } from '../wood';

interface Framed {
  readonly frame: keyof typeof WOODS;
  readonly style: number;
  readonly ratio: number;
  readonly border: number;
  readonly paper: Colour;
}

/** The rectangle of a framed picture about its centre. */
const frameShape = (cx: number, cy: number, w: number, h: number): Path => roundedRect(cx, cy, w, h, 3);

function drawFramed(shot: Shot, framed: Framed, cx: number, cy: number, w: number, art: () => Random): void {
  const { sheet, tint } = shot;
  const h = w * framed.ratio;
  const bar = w * 0.034;
  const wood = WOODS[framed.frame];
  const [x, y] = [cx - w / 2, cy - h / 2];
  const side = (points: Path, along: 'x' | 'y', light: number): void => {
    const box =
      along === 'x'
        ? { x, y: points[0]?.[1] === y ? y : y + h - bar, width: w, height: bar }
        : { x: points[0]?.[0] === x ? x : x + w - bar, y, width: bar, height: h };
    sheet.paint(points, box, along === 'x' ? [18, 3] : [3, 18], (px, py, pixel) => {
      const c = scale(along === 'x' ? woodColour(wood, px, py, 5) : woodColour(wood, py, px, 9), light);
      pixel[0] = c[0];
      pixel[1] = c[1];
      pixel[2] = c[2];
    });
  };
  side(
    [
      [x, y],
      [x + w, y],
      [x + w - bar, y + bar],
      [x + bar, y + bar],
    ],
    'x',
    1.08,
  );
  side(
    [
      [x, y + h],
      [x + w, y + h],
      [x + w - bar, y + h - bar],
      [x + bar, y + h - bar],
    ],
    'x',
    0.72,
  );
  side(
    [
      [x, y],
      [x, y + h],
      [x + bar, y + h - bar],
      [x + bar, y + bar],
    ],
    'y',
    1,
  );
  side(
    [
      [x + w, y],
      [x + w, y + h],
      [x + w - bar, y + h - bar],
      [x + w - bar, y + bar],
    ],
    'y',
    0.64,
  );
  const [mx, my, mw, mh] = [x + bar, y + bar, w - 2 * bar, h - 2 * bar];
  sheet.add(`<path d="${rectPath(mx, my, mw, mh)}" fill="${css(framed.paper)}"/>`);
  drawTexture(sheet, rectPath(mx, my, mw, mh), 'paper', 0.18, 1.2);
  const edge = mw * framed.border;
  const [ax, ay, aw, ah] = [mx + edge, my + edge * 1.06, mw - 2 * edge, mh - edge * 2.3];
  sheet.add(`<path d="${rectPath(ax - 5, ay - 5, aw + 10, ah + 10)}" fill="#6b5a45" fill-opacity="0.25"/>`);
  sheet.add(
    `<g transform="translate(${ax.toFixed(1)} ${ay.toFixed(1)})">${artwork(framed.style, aw, ah, inksOf(tint, art()), art())}</g>`,
  );
  drawTexture(sheet, rectPath(ax, ay, aw, ah), 'paper', 0.2, 1);
  // the frame's own shadow on the sheet, and the sky in the glass
  const inner = sheet.define(
    (id) =>
      `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#1c120a" stop-opacity="0.42"/><stop offset="1" stop-color="#1c120a" stop-opacity="0"/></linearGradient>`,
  );
  const down = sheet.define(
    (id) =>
      `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#1c120a" stop-opacity="0.36"/><stop offset="1" stop-color="#1c120a" stop-opacity="0"/></linearGradient>`,
  );
  const sky = sheet.define(
    (id) =>
      `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0.7"><stop offset="0" stop-color="#fff" stop-opacity="0.2"/><stop offset="0.42" stop-color="#fff" stop-opacity="0.05"/><stop offset="0.43" stop-color="#fff" stop-opacity="0"/></linearGradient>`,
  );
  sheet.add(
    `<path d="${rectPath(mx, my, bar * 0.9, mh)}" fill="${inner}"/><path d="${rectPath(mx, my, mw, bar * 0.7)}" fill="${down}"/><path d="${rectPath(mx, my, mw, mh)}" fill="${sky}"/>`,
  );
}

export function drawPrint(shot: Shot): void {
  const { sheet, rng, view, product, seed, tint } = shot;
  const framed: Framed = {
    frame: product.pick(['oak', 'ebonised', 'walnut', 'birch'] as const),
    style: shot.form,
    ratio: product.pick([1.25, 1.4, 1.33]),
    border: product.range(0.08, 0.15),
    paper: mix(colour('#f5f0e4'), tint.pale, 0.12),
  };
  const artSeed = product.int(1, 99999);
  const art = (): Random => random('art', artSeed);
  const tone = toneFor(tint.main, rng, view === 2);
  if (view === 0) {
    const w = 1080;
    drawBackdrop(sheet, {
      ground: 'plaster',
      tone,
      flat: true,
      shadows: [
        dropped([frameShape(800, 970, w, w * framed.ratio)], 62, 44, 42, 0.6),
        dropped([frameShape(800, 970, w, w * framed.ratio)], 12, 14, 12, 0.35),
      ],
      seed,
    });
    drawFramed(shot, framed, 800, 970, w, art);
    return;
  }
  if (view === 1) {
    const [w, h] = [1500, 1500 * framed.ratio];
    const turn = -7;
    const page = roundedRect(690, 1150, w, h, 2, (turn * Math.PI) / 180);
    drawBackdrop(sheet, {
      ground: rng.pick(['oak', 'linen', 'smoked']),
      tone,
      flat: true,
      shadows: [dropped([page], 30, 34, 30, 0.5)],
      seed,
    });
    const edge = w * framed.border;
    sheet.add(
      `<g transform="rotate(${turn} 690 1150)"><path d="${rectPath(690 - w / 2, 1150 - h / 2, w, h)}" fill="${css(framed.paper)}"/>`,
    );
    sheet.add(
      `<g transform="translate(${690 - w / 2 + edge} ${1150 - h / 2 + edge})">${artwork(framed.style, w - 2 * edge, h - 2.3 * edge, inksOf(tint, art()), art())}</g>`,
    );
    sheet.add('</g>');
    drawTexture(sheet, pathData(page), 'paper', 0.34, 1.5);
    return;
  }
  const w = 860;
  const [cy, foot] = [1500 - (w * framed.ratio) / 2, 1500];
  const pot = glazing(tint, product);
  drawBackdrop(sheet, {
    ground: rng.pick(['oak', 'walnut', 'smoked']),
    tone,
    wall: tone,
    horizon: 1430,
    daylight: rng.pick(['panes', 'leaves']),
    shadows: [
      dropped([frameShape(660, cy, w, w * framed.ratio)], 84, 30, 50, 0.55),
      ...standing(1250, 1590, 130, 360, 0.3),
    ],
    seed,
  });
  drawFramed(shot, framed, 660, cy, w, art);
  sheet.add(`<path d="${rectPath(660 - w / 2, foot, w, 10)}" fill="#1c120a" fill-opacity="0.45"/>`);
  const profile = [
    [110, 0],
    [120, 10],
    [150, 110],
    [140, 220],
    [70, 310],
    [62, 360],
    [84, 400],
  ] as const;
  const vase = lathe({ x: 1250, y: 1590, pitch: 0.2, profile, wall: 14, glaze: pot.on(400) });
  vase.draw(sheet);
  pot.decorate(sheet, vase);
}
