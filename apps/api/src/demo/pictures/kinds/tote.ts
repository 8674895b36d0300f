import { artwork, inksOf } from '../art';
import { drawBackdrop, toneFor } from '../backdrop';
import { drawSprig, stem } from '../botanics';
import { type Colour, colour, css, mix, scale } from '../colour';
import { curve, type Path, smoothstep } from '../geometry';
import { lathe } from '../lathe';
import { MATT, SATIN } from '../light';
import { cloud, noise } from '../noise';
import { drawRelief } from '../relief';
import { random } from '../random';
import { contact, dropped, type Shadow } from '../shadow';
import type { Shot } from '../shot';
import { emblem } from '../still';
import { drawTexture, pathData } from '../texture';
import { drawTube } from '../tube';
import { WOODS } from '../wood';

const DESIGNS = ['plain', 'dipped', 'striped', 'emblem', 'leather', 'printed'] as const;
const LEATHER = ['#8a5a36', '#5b3a26', '#b07a4a', '#2f2723'].map(colour);

interface Bag {
  readonly design: (typeof DESIGNS)[number];
  readonly cloth: Colour;
  readonly second: Colour;
  readonly strap: Colour;
  readonly wide: number;
  readonly tall: number;
  readonly mark: number;
  readonly seed: number;
}

function design({ product, tint, form }: Shot): Bag {
  const kind = DESIGNS[form % DESIGNS.length] ?? 'plain';
  const natural = mix(colour('#e8dcc4'), tint.pale, 0.3);
  const bare = kind === 'emblem' || kind === 'printed' || kind === 'dipped' || kind === 'striped';
  const cloth = bare ? natural : tint.main;
  return {
    design: kind,
    cloth,
    second: tint.main,
    strap: kind === 'leather' ? product.pick(LEATHER) : kind === 'dipped' ? tint.main : scale(cloth, 0.95),
    wide: product.range(880, 1060),
    tall: product.range(900, 1040),
    mark: product.int(0, 4),
    seed: product.int(1, 9999),
  };
}

function bodyShape(bag: Bag, cx: number, foot: number): Path {
  const [w, h] = [bag.wide / 2, bag.tall];
  const sag = (t: number): number => noise(t * 3, 1, bag.seed) * 9;
  return curve(
    [
      [-w * 0.93, -h],
      [-w * 0.5, -h + 8 + sag(1)],
      [0, -h + 14 + sag(2)],
      [w * 0.5, -h + 8 + sag(3)],
      [w * 0.93, -h],
      [w * 0.97 + sag(4), -h * 0.6],
      [w + sag(5), -h * 0.25],
      [w * 0.99, -40],
      [w * 0.93, -6],
      [w * 0.4, 4 + sag(6)],
      [-w * 0.4, 3 + sag(7)],
      [-w * 0.93, -6],
      [-w * 0.99, -40],
      [-w + sag(8), -h * 0.3],
      [-w * 0.97, -h * 0.6],
    ].map(([x, y]) => [cx + (x ?? 0), foot + (y ?? 0)] as const),
    true,
    8,
  );
}

function strapPath(bag: Bag, cx: number, foot: number, drop: number, lift: number): Path {
  const [w, top] = [bag.wide * 0.24, foot - bag.tall];
  return curve([
    [cx - w, top + 120],
    [cx - w * 0.98, top - 30],
    [cx - w * 0.74, top - drop * 0.6],
    [cx - 24, top - drop + lift],
    [cx + 24, top - drop + lift],
    [cx + w * 0.74, top - drop * 0.6],
    [cx + w * 0.98, top - 30],
    [cx + w, top + 120],
  ]);
}

const colourAt =
  (bag: Bag, foot: number) =>
  (x: number, y: number): Colour => {
    const up = (foot - y) / bag.tall;
    if (bag.design === 'dipped') return mix(bag.second, bag.cloth, smoothstep(0.398, 0.404, up));
    if (bag.design === 'striped') {
      const t = (up * 9) % 1;
      return mix(
        bag.cloth,
        bag.second,
        smoothstep(0.3, 0.32, t) *
          smoothstep(0.62, 0.6, t) *
          smoothstep(0.06, 0.065, up) *
          smoothstep(0.9, 0.895, up),
      );
    }
    return scale(bag.cloth, 1 + 0.02 * noise(x / 9, y / 9, bag.seed));
  };

/** The bag from the front; straps behind first, so that they pass through the opening. */
function drawBag(shot: Shot, bag: Bag, cx: number, foot: number, drop: number): Path {
  const { sheet, tint } = shot;
  const shape = bodyShape(bag, cx, foot);
  const [top, w] = [foot - bag.tall, bag.wide / 2];
  const band = bag.wide * 0.035;
  const leather = bag.design === 'leather';
  const strapFinish = leather ? SATIN : MATT;
  drawTube(sheet, {
    path: strapPath(bag, cx + 10, foot, drop * 0.95, 16),
    radius: band,
    colour: scale(bag.strap, 0.66),
    finish: strapFinish,
    roundness: 0.45,
    step: 5,
  });
  sheet.add(
    `<path d="M${cx - w * 0.9} ${top + 6}Q${cx} ${top - 34} ${cx + w * 0.9} ${top + 6}L${cx + w * 0.9} ${top + 30}L${cx - w * 0.9} ${top + 30}Z" fill="${css(scale(bag.cloth, 0.3))}"/>`,
  );
  drawRelief(sheet, {
    shape,
    colour: colourAt(bag, foot),
    finish: MATT,
    height: (x, y) => {
      const [u, v] = [(x - cx) / w, (foot - y) / bag.tall];
      const belly = 96 * (1 - u ** 4) * Math.sin(Math.PI * Math.min(1, 0.12 + v * 0.75));
      const crease =
        cloud(u * 2.4 + v * 0.8, v * 1.5, bag.seed, 3) * 34 +
        cloud((u + v) * 3.4, (u - v) * 1.6, bag.seed + 1, 2) * 17 * (1 - v * 0.4);
      const pull = 16 * Math.exp(-(((Math.abs(u) - 0.48) * 7) ** 2)) * v * v;
      return belly + crease + pull;
    },
    open: (x, y) =>
      0.72 + 0.28 * smoothstep(0, 0.16, (foot - y) / bag.tall) - 0.1 * smoothstep(0.6, 1, (x - cx) / w),
  });
  const clip = sheet.clip(shape);
  const stitch = css(mix(bag.cloth, tint.deep, 0.45));
  const marks: string[] = [
    `<path d="M${cx - w} ${top + 64}Q${cx} ${top + 78} ${cx + w} ${top + 64}" fill="none" stroke="${stitch}" stroke-width="3.2" stroke-dasharray="11 6" stroke-opacity="0.7"/>`,
  ];
  if (bag.design === 'emblem')
    marks.push(
      `<g opacity="0.9">${emblem(cx, foot - bag.tall * 0.46, bag.wide * 0.23, bag.second, bag.mark)}</g>`,
    );
  if (bag.design === 'printed') {
    const [aw, ah] = [bag.wide * 0.6, bag.wide * 0.66];
    const inks = { ...inksOf(tint, random('tote', bag.seed)), paper: bag.cloth };
    marks.push(
      `<g opacity="0.9" transform="translate(${cx - aw / 2} ${foot - bag.tall * 0.5 - ah / 2})">${artwork([1, 6, 9, 2][bag.mark % 4] ?? 1, aw, ah, inks, random('tote', bag.seed))}</g>`,
    );
  }
  if (bag.design === 'plain')
    marks.push(
      `<rect x="${cx + w * 0.5}" y="${foot - 190}" width="96" height="58" fill="${css(tint.pale)}"/><g>${emblem(cx + w * 0.5 + 48, foot - 161, 18, tint.deep, bag.mark)}</g>`,
    );
  if (leather)
    marks.push(
      `<rect x="${cx - 74}" y="${foot - bag.tall * 0.36}" width="148" height="100" rx="10" fill="${css(bag.strap)}"/><rect x="${cx - 66}" y="${foot - bag.tall * 0.36 + 8}" width="132" height="84" rx="6" fill="none" stroke="#f3e3c8" stroke-opacity="0.6" stroke-width="3" stroke-dasharray="9 5"/><g opacity="0.55">${emblem(cx, foot - bag.tall * 0.36 + 50, 26, [0.02, 0.01, 0], bag.mark)}</g>`,
    );
  sheet.add(`<g clip-path="${clip}">${marks.join('')}</g>`);
  drawTexture(sheet, pathData(shape), 'canvas', 0.2, 0.8);
  drawTube(sheet, {
    path: strapPath(bag, cx, foot, drop, 0),
    radius: band,
    colour: bag.strap,
    finish: strapFinish,
    roundness: 0.5,
    step: 5,
  });
  for (const side of [-1, 1]) {
    const [x, y] = [cx + side * bag.wide * 0.24, top + 108];
    sheet.add(
      `<path d="M${x - band * 0.7} ${y - 34}h${band * 1.4}v${band * 1.6}h${-band * 1.4}ZM${x - band * 0.7} ${y - 34}l${band * 1.4} ${band * 1.6}M${x + band * 0.7} ${y - 34}l${-band * 1.4} ${band * 1.6}" fill="none" stroke="${leather ? '#f0dfc2' : stitch}" stroke-opacity="0.75" stroke-width="3" stroke-dasharray="8 5"/>`,
    );
  }
  return shape;
}

export function drawTote(shot: Shot): void {
  const { sheet, rng, view, seed } = shot;
  const bag = design(shot);
  const tone = toneFor(bag.cloth, rng, view > 0);
  const strap = (cx: number, foot: number, drop: number): Shadow =>
    dropped([outlineOf(strapPath(bag, cx, foot, drop, 0), bag.wide * 0.035)], 60, 30, 24, 0.4);
  if (view !== 2) {
    const [cx, foot, drop] = [800, 1620, 420];
    const shadows = [dropped([bodyShape(bag, cx, foot)], 66, 34, 40, 0.55), strap(cx, foot, drop)];
    if (view === 0) {
      drawBackdrop(sheet, { ground: 'plaster', tone, flat: true, shadows, seed });
      drawBag(shot, bag, cx, foot, drop);
      const peg = foot - bag.tall - drop - 6;
      const turned = lathe({
        x: cx,
        y: peg + 44,
        pitch: 1.25,
        profile: [
          [26, 0],
          [28, 4],
          [28, 64],
          [40, 74],
          [42, 96],
        ],
        glaze: () => [WOODS.oak.light, SATIN],
        grounded: 0,
      });
      turned.draw(sheet);
      return;
    }
    drawBackdrop(sheet, { ground: 'linen', tone, flat: true, seed });
    sheet.zoom(cx - bag.wide * 0.2, foot - bag.tall * 0.74, 2, () => drawBag(shot, bag, cx, foot, drop));
    return;
  }
  const [cx, foot] = [760, 1730];
  drawBackdrop(sheet, {
    ground: rng.pick(['oak', 'smoked', 'stone']),
    tone,
    wall: tone,
    horizon: 1480,
    daylight: rng.pick(['panes', 'leaves']),
    shadows: [
      dropped([bodyShape(bag, cx, foot)], 110, -10, 50, 0.5),
      contact(cx + 20, foot, bag.wide * 0.5, 24, 0.8),
    ],
    seed,
  });
  const kind = rng.pick(['eucalyptus', 'pampas', 'olive'] as const);
  for (const lean of [-0.34, -0.12, 0.1])
    drawSprig(
      sheet,
      kind,
      stem([cx - 60 + lean * 300, foot - bag.tall + 60], -Math.PI / 2 + lean, 560, lean, rng),
      190,
      rng,
    );
  drawBag(shot, bag, cx, foot, 210);
}

const outlineOf = (path: Path, r: number): Path => [
  ...path.map(([x, y]) => [x - r, y] as const),
  ...[...path].reverse().map(([x, y]) => [x + r, y] as const),
];
