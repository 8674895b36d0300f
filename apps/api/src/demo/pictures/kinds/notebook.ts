import { artwork, inksOf } from '../art';
import { drawBackdrop, toneFor } from '../backdrop';
import { type Block, blockOutline, drawBlock, faceTransform, placeOn } from '../block';
import { type Colour, colour, css, mix, scale } from '../colour';
import { roundedRect, type Path } from '../geometry';
import { MATT, SATIN } from '../light';
import { cloud, noise } from '../noise';
import { random } from '../random';
import { dropped } from '../shadow';
import type { Shot } from '../shot';
import { emblem } from '../still';
import { drawTexture, pathData } from '../texture';
import { drawTube } from '../tube';

const COVERS = ['linen', 'leather', 'printed', 'kraft', 'stitched'] as const;
const PAGES = colour('#efe6d2');

interface Book {
  readonly cover: (typeof COVERS)[number];
  readonly cloth: Colour;
  readonly ratio: number;
  readonly mark: number;
  readonly band: boolean;
  readonly ribbon: Colour;
  readonly art: number;
  readonly seed: number;
}

function design({ product, tint, form }: Shot): Book {
  const cover = COVERS[form % COVERS.length] ?? 'linen';
  return {
    cover,
    cloth:
      cover === 'kraft'
        ? mix(colour('#b48d61'), tint.main, 0.3)
        : cover === 'printed'
          ? tint.pale
          : tint.main,
    ratio: product.pick([1.36, 1.42, 1.28]),
    mark: product.int(0, 4),
    band: product.chance(0.55),
    ribbon: tint.accent,
    art: product.int(0, 9),
    seed: product.int(1, 9999),
  };
}

/** A closed book lying down: lower board, pages, upper board. */
function drawClosed(
  shot: Shot,
  book: Book,
  x: number,
  y: number,
  wide: number,
  yaw: number,
  pitch: number,
): Path {
  const { sheet, tint } = shot;
  const deep = wide * book.ratio;
  const lift = Math.cos(pitch);
  const base = { x, yaw, pitch, finish: book.cover === 'leather' ? SATIN : MATT };
  const board = (up: number): Block => ({
    ...base,
    y: y - up * lift,
    wide,
    deep,
    tall: wide * 0.024,
    round: wide * 0.011,
    colour: (_f, u, v) =>
      scale(
        book.cloth,
        1 +
          0.05 * cloud(u / 90, v / 90, book.seed, 2) +
          (book.cover === 'leather' ? 0.07 * noise(u / 9, v / 9, book.seed) : 0),
      ),
    step: 5,
  });
  const thick = wide * 0.1;
  const pages: Block = {
    ...base,
    y: y - wide * 0.024 * lift,
    wide: wide * 0.965,
    deep: deep * 0.97,
    tall: thick,
    round: 3,
    colour: (_f, _u, _v, height) => scale(PAGES, 0.94 + 0.09 * noise(height / 2.2, 0, 5)),
    step: [8, 3],
  };
  const top = board(wide * 0.024 + thick);
  drawBlock(sheet, board(0));
  drawBlock(sheet, pages);
  drawBlock(sheet, top);
  const t = faceTransform(top, 'top');
  const [w, d] = [wide - 8, deep - 8];
  const parts: string[] = [];
  if (book.cover === 'printed')
    parts.push(
      `<g transform="translate(${-w / 2} ${-d / 2})">${artwork(book.art, w, d, inksOf(tint, random('book', book.seed)), random('book', book.seed))}</g>`,
    );
  else if (book.cover === 'linen' || book.cover === 'kraft') {
    parts.push(
      `<rect x="${-w * 0.25}" y="${-d * 0.3}" width="${w * 0.5}" height="${d * 0.26}" fill="${css(mix(tint.pale, PAGES, 0.5))}"/><rect x="${-w * 0.235}" y="${-d * 0.29}" width="${w * 0.47}" height="${d * 0.24}" fill="none" stroke="${css(tint.deep)}" stroke-width="2.5"/>`,
    );
    parts.push(
      emblem(0, -d * 0.185, w * 0.07, tint.deep, book.mark),
      `<path d="M${-w * 0.12} ${-d * 0.09}h${w * 0.24}" stroke="${css(tint.deep)}" stroke-width="5"/>`,
    );
  } else
    parts.push(
      `<g opacity="0.7">${emblem(0, -d * 0.1, w * 0.13, book.cover === 'leather' ? colour('#e2b96a') : tint.pale, book.mark)}</g>`,
    );
  parts.push(
    `<path d="M${-w * 0.455} ${-d / 2}v${d}" stroke="#000" stroke-opacity="0.22" stroke-width="7"/><path d="M${-w * 0.444} ${-d / 2}v${d}" stroke="#fff" stroke-opacity="0.18" stroke-width="5"/>`,
  );
  if (book.cover === 'stitched')
    parts.push(
      `<path d="M${-w * 0.46} ${-d * 0.46}v${d * 0.92}" stroke="${css(tint.pale)}" stroke-width="7" stroke-dasharray="34 16"/>`,
    );
  if (book.band)
    parts.push(
      `<path d="M${w * 0.37} ${-d / 2 - 3}v${d + 6}" stroke="#000" stroke-opacity="0.25" stroke-width="${w * 0.034}"/><path d="M${w * 0.366} ${-d / 2 - 3}v${d + 6}" stroke="${css(scale(book.ribbon, 0.9))}" stroke-width="${w * 0.026}"/>`,
    );
  sheet.add(`<g transform="${t}">${parts.join('')}</g>`);
  const face = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([u = 0, v = 0]) => placeOn(top, (u * w) / 2, top.tall, (v * d) / 2));
  drawTexture(
    sheet,
    pathData(face),
    book.cover === 'linen' || book.cover === 'stitched' ? 'linen' : 'paper',
    0.3,
  );
  return blockOutline({
    ...base,
    y,
    wide,
    deep,
    tall: thick + wide * 0.048,
    round: 8,
    colour: () => book.cloth,
  });
}

function drawPencil(shot: Shot, x: number, y: number, turn: number, c: Colour): void {
  const { sheet } = shot;
  const at = (d: number): readonly [number, number] => [x + Math.cos(turn) * d, y + Math.sin(turn) * d];
  drawTube(sheet, { path: [at(0), at(560)], radius: 15, colour: c, finish: SATIN, step: 3 });
  drawTube(sheet, {
    path: [at(560), at(618)],
    radius: (t) => 15 - 12.5 * t,
    colour: colour('#e3c08d'),
    finish: MATT,
    step: 3,
  });
  drawTube(sheet, {
    path: [at(612), at(628)],
    radius: (t) => 4.4 - 3 * t,
    colour: colour('#2a2522'),
    finish: SATIN,
    step: 2,
  });
}

/** Two pages curving into the gutter, ruled or dotted. */
function drawOpen(shot: Shot, book: Book, turn: number): void {
  const { sheet } = shot;
  const [w, h, cx, cy] = [640, 930, 790, 1000];
  const cover = roundedRect(cx, cy, w * 2 + 36, h + 36, 14, turn);
  const spread = roundedRect(cx, cy, w * 2, h, 8, turn);
  sheet.add(`<path d="${pathData(cover)}" fill="${css(scale(book.cloth, 0.8))}"/>`);
  const [cos, sin] = [Math.cos(-turn), Math.sin(-turn)];
  sheet.paint(
    spread,
    { x: cx - w - 160, y: cy - h / 2 - 160, width: 2 * w + 320, height: h + 320 },
    5,
    (x, y, pixel) => {
      const u = ((x - cx) * cos - (y - cy) * sin) / w;
      const swell = Math.abs(u);
      const light =
        (u < 0 ? 0.94 + 0.06 * Math.sin(swell * 3) : 1.02 - 0.1 * swell) *
        (1 - 0.42 * Math.exp(-swell * 16) * (u < 0 ? 1.25 : 0.8));
      for (let k = 0; k < 3; k++) pixel[k] = (PAGES[k] ?? 0) * light;
    },
  );
  const deg = (turn * 180) / Math.PI;
  const lines: string[] = [];
  for (let i = 0; i < 19; i++) {
    const y = -h * 0.4 + i * 42;
    for (const side of [-1, 1]) lines.push(`M${side * w * 0.5 - w * 0.42} ${y}h${w * 0.84}`);
  }
  const dots = book.seed % 2 === 0;
  sheet.add(
    `<g transform="translate(${cx} ${cy}) rotate(${deg})"><path d="${lines.join('')}" stroke="#6d7d86" stroke-opacity="${dots ? 0.55 : 0.3}" stroke-width="${dots ? 4 : 2.4}" ${dots ? 'stroke-dasharray="0 42" stroke-linecap="round"' : ''}/>${emblem(-w * 0.5, -h * 0.02, w * 0.16, mix(shot.tint.deep, PAGES, 0.3), book.mark)}<path d="M20 ${-h / 2}C30 ${-h * 0.1} 8 ${h * 0.2} 24 ${h / 2 + 74}" fill="none" stroke="${css(book.ribbon)}" stroke-width="13"/></g>`,
  );
  drawTexture(sheet, pathData(spread), 'paper', 0.22, 1);
}

export function drawNotebook(shot: Shot): void {
  const { sheet, rng, view, seed, tint } = shot;
  const book = design(shot);
  const tone = toneFor(book.cloth, rng, view === 2);
  if (view === 2) {
    const turn = -0.1;
    drawBackdrop(sheet, {
      ground: rng.pick(['oak', 'walnut', 'linen', 'smoked']),
      tone,
      flat: true,
      daylight: rng.pick(['panes', 'leaves']),
      shadows: [
        dropped([roundedRect(790, 1000, 1320, 970, 14, turn)], 40, 48, 36, 0.6),
        dropped([roundedRect(1200, 1650, 620, 30, 8, -0.28)], 14, 18, 10, 0.5),
      ],
      seed,
    });
    drawOpen(shot, book, turn);
    drawPencil(shot, 900, 1735, -0.28, tint.accent);
    return;
  }
  const [x, y, wide, yaw, pitch] =
    view === 0 ? ([790, 1130, 900, 0.3, 1.05] as const) : ([980, 1300, 1750, 0.5, 0.86] as const);
  const ground: Block = {
    x,
    y,
    wide,
    deep: wide * book.ratio,
    tall: wide * 0.15,
    round: 8,
    yaw,
    pitch,
    finish: MATT,
    colour: () => book.cloth,
  };
  drawBackdrop(sheet, {
    ground: view === 0 ? 'paper' : rng.pick(['linen', 'plaster']),
    tone,
    flat: true,
    shadows: [dropped([blockOutline({ ...ground, tall: wide * 0.06 })], 70, 52, 44, 0.6)],
    seed,
  });
  drawClosed(shot, book, x, y, wide, yaw, pitch);
}
