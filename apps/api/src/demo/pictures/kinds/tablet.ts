import { artwork, inksOf } from '../art';
import { drawBackdrop, toneFor } from '../backdrop';
import { colour, css, mix, scale } from '../colour';
import { drawTexture, pathData } from '../texture';
import { ellipse, type Path, roundedRect } from '../geometry';
import { COFFEE, glazing } from '../glaze';
import { lathe } from '../lathe';
import { noise } from '../noise';
import { random } from '../random';
import { dropped } from '../shadow';
import type { Shot } from '../shot';

/** What the screen shows, drawn from 0,0 to w,h; `page` 0 is the cover. */
type Screen = (shot: Shot, w: number, h: number, page: 0 | 1) => string;

const bars = (
  x: number,
  y: number,
  widths: readonly number[],
  pitch: number,
  thick: number,
  ink: string,
): string =>
  widths
    .map(
      (w, i) =>
        `<rect x="${x}" y="${y + i * pitch}" width="${w.toFixed(1)}" height="${thick}" rx="${thick / 2}" fill="${ink}"/>`,
    )
    .join('');

const book: Screen = ({ tint, form, seed }, w, h, page) => {
  const rng = random('ebook', seed);
  const inks = inksOf(tint, rng);
  const paper = css(mix(colour('#f6f1e6'), tint.pale, 0.2));
  if (page === 0) {
    const at = form % 3;
    const art = `<g transform="translate(0 ${at === 0 ? 0 : h * 0.34})">${artwork(form, w, h * 0.66, inks, rng)}</g>`;
    const [block, ink] = at === 2 ? [css(tint.deep), css(tint.pale)] : [paper, css(tint.deep)];
    const top = at === 0 ? h * 0.66 : 0;
    const title = bars(
      w * 0.1,
      top + h * 0.085,
      [w * 0.62, w * (0.34 + 0.2 * rng.next())],
      h * 0.055,
      h * 0.03,
      ink,
    );
    const author = bars(w * 0.1, top + h * 0.235, [w * 0.28], 1, h * 0.013, ink);
    return `${art}<rect y="${top}" width="${w}" height="${h * 0.34}" fill="${block}"/>${title}${author}<rect x="${w * 0.1}" y="${top + h * 0.05}" width="${w * 0.09}" height="${h * 0.006}" fill="${css(tint.accent)}"/>`;
  }
  const text = (from: number, count: number): string =>
    bars(
      w * 0.1,
      from,
      Array.from({ length: count }, (_, i) =>
        i % 6 === 5 ? w * 0.45 : w * (0.76 + 0.04 * noise(i, 3, seed)),
      ),
      h * 0.03,
      h * 0.0095,
      '#8f857a',
    );
  return `<rect width="${w}" height="${h}" fill="${paper}"/>${bars(w * 0.1, h * 0.07, [w * 0.5], 1, h * 0.026, css(tint.deep))}${text(h * 0.14, 9)}<g transform="translate(${w * 0.1} ${h * 0.44})">${artwork(form + 3, w * 0.8, h * 0.27, inks, rng)}</g>${text(h * 0.75, 6)}`;
};

const pattern: Screen = ({ tint, seed, form }, w, h, page) => {
  const rng = random('pattern', seed);
  const ink = css(tint.deep);
  const fill = css(mix(tint.pale, tint.main, 0.35));
  const pieces = Array.from({ length: page === 0 ? 4 : 3 }, (_, k) => {
    const [x, y] = [w * (0.28 + 0.44 * (k % 2)), h * (0.33 + 0.36 * Math.floor(k / 2))];
    const [a, b] = [w * rng.range(0.13, 0.19), h * rng.range(0.11, 0.15)];
    const neck = (form + k) % 3;
    const d = `M${x - a} ${y + b}L${x - a * 0.86} ${y - b * 0.3}Q${x - a * 0.5} ${y - b * 0.4} ${x - a * 0.6} ${y - b}L${x - a * 0.24} ${y - b * 1.06}Q${x} ${y - b * (neck ? 0.45 : 0.8)} ${x + a * 0.24} ${y - b * 1.06}L${x + a * 0.6} ${y - b}Q${x + a * 0.5} ${y - b * 0.4} ${x + a * 0.86} ${y - b * 0.3}L${x + a} ${y + b}Q${x} ${y + b * 1.14} ${x - a} ${y + b}Z`;
    return `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="5"/><path d="${d}" transform="translate(${x * 0.1} ${y * 0.1}) scale(0.9)" fill="none" stroke="${ink}" stroke-width="3" stroke-dasharray="14 9"/><path d="M${x} ${y - b * 0.5}v${b}m-12 -22l12 22l12 -22" fill="none" stroke="${css(tint.accent)}" stroke-width="5"/>`;
  });
  const grid = Array.from({ length: 20 }, (_, i) => `M${(w * i) / 19} 0V${h}M0 ${(h * i) / 19}H${w}`).join(
    '',
  );
  return `<rect width="${w}" height="${h}" fill="#f7f3ea"/><path d="${grid}" stroke="${ink}" stroke-opacity="0.09" stroke-width="2"/>${pieces.join('')}${bars(w * 0.08, h * 0.06, [w * 0.44, w * 0.26], h * 0.036, h * 0.02, ink)}`;
};

const samples: Screen = ({ tint, seed }, w, h, page) => {
  const dark = css(scale(mix(tint.deep, [0.02, 0.02, 0.02], 0.55), 0.9));
  const rows = page === 0 ? 4 : 6;
  const out = [
    `<rect width="${w}" height="${h}" fill="${dark}"/>`,
    bars(w * 0.08, h * 0.06, [w * 0.4, w * 0.24], h * 0.036, h * 0.02, css(tint.pale)),
  ];
  for (let k = 0; k < rows; k++) {
    const y = h * (0.22 + (0.5 * k) / rows);
    const c = css([tint.main, tint.accent, tint.pale, tint.main][k % 4] ?? tint.main);
    const wave = Array.from({ length: 64 }, (_, i) => {
      const level =
        Math.abs(noise(i / 3 + k * 40, k, seed)) * Math.abs(noise(i / 14, k + 3, seed)) * 1.6 + 0.05;
      const tall = (Math.min(1, level) * h * 0.42) / rows;
      return `<rect x="${(w * (0.08 + (0.84 * i) / 64)).toFixed(1)}" y="${(y + h * 0.04 - tall).toFixed(1)}" width="${(w * 0.008).toFixed(1)}" height="${(tall * 2).toFixed(1)}" rx="2" fill="${c}"/>`;
    });
    out.push(...wave);
  }
  for (let k = 0; k < 8; k++) {
    const [x, y] = [w * (0.08 + 0.215 * (k % 4)), h * (0.76 + 0.105 * Math.floor(k / 4))];
    out.push(
      `<rect x="${x}" y="${y}" width="${w * 0.19}" height="${h * 0.085}" rx="14" fill="${css(k === seed % 8 ? tint.accent : mix(tint.deep, tint.main, 0.2 + 0.09 * ((k * 3) % 5)))}"/>`,
    );
  }
  return out.join('');
};

function drawTablet(
  shot: Shot,
  screen: Screen,
  cx: number,
  cy: number,
  w: number,
  turn: number,
  page: 0 | 1,
): void {
  const { sheet } = shot;
  const [h, r] = [w * 1.36, w * 0.055];
  const bezel = w * 0.045;
  const deg = (turn * 180) / Math.PI;
  const shape = roundedRect(cx, cy, w, h, r, turn);
  sheet.add(
    `<path d="${pathData(roundedRect(cx + w * 0.006, cy + w * 0.011, w, h, r, turn))}" fill="#0d0b0a"/><path d="${pathData(shape)}" fill="#24211f"/>`,
  );
  sheet.add(
    `<path d="${pathData(roundedRect(cx, cy, w - 5, h - 5, r, turn))}" fill="none" stroke="#8d877f" stroke-opacity="0.7" stroke-width="4"/>`,
  );
  const [sw, sh] = [w - 2 * bezel, h - 2 * bezel];
  const glass = roundedRect(cx, cy, sw, sh, r * 0.45, turn);
  const sheen = sheet.define(
    (id) =>
      `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0.8"><stop offset="0" stop-color="#fff" stop-opacity="0.24"/><stop offset="0.38" stop-color="#fff" stop-opacity="0.07"/><stop offset="0.385" stop-color="#fff" stop-opacity="0"/></linearGradient>`,
  );
  sheet.add(
    `<g clip-path="${sheet.clip(glass)}"><g transform="translate(${cx} ${cy}) rotate(${deg}) translate(${-sw / 2} ${-sh / 2})"><svg width="${sw}" height="${sh}">${screen(shot, sw, sh, page)}</svg></g><path d="${pathData(shape)}" fill="${sheen}"/></g>`,
  );
}

function shoot(shot: Shot, screen: Screen): void {
  const { sheet, rng, view, seed, tint, product } = shot;
  const tone = toneFor(tint.main, rng, view === 2);
  const outlineOf = (x: number, y: number, w: number, turn: number): Path =>
    roundedRect(x, y, w, w * 1.36, w * 0.055, turn);
  if (view === 2) {
    const pot = glazing(tint, product);
    const cup = { x: 1330, y: 640 };
    const sheetTurn = 0.16;
    const printed = roundedRect(470, 860, 760, 1010, 3, -sheetTurn);
    drawBackdrop(sheet, {
      ground: rng.pick(['oak', 'walnut', 'smoked', 'linen']),
      tone,
      flat: true,
      daylight: rng.pick(['leaves', 'panes']),
      shadows: [
        dropped([printed], 14, 18, 18, 0.45),
        dropped([outlineOf(830, 1180, 830, 0.09)], 34, 44, 32, 0.65),
        dropped([ellipse(cup.x, cup.y - 60, 170, 160)], 70, 60, 40, 0.6),
      ],
      seed,
    });
    sheet.add(
      `<g transform="translate(470 860) rotate(${(-sheetTurn * 180) / Math.PI}) translate(-380 -505)"><svg width="760" height="1010">${screen(shot, 760, 1010, 1)}</svg></g>`,
    );
    drawTexture(sheet, pathData(printed), 'paper', 0.3, 1.1);
    const over = dropped([outlineOf(830, 1180, 830, 0.09)], 26, 30, 30, 0.6);
    sheet.add(
      `<g clip-path="${sheet.clip(printed)}">${sheet.raster({ x: 0, y: 300, width: 960, height: 1200 }, 14, 14, (x, y, pixel) => pixel.set([0.03, 0.02, 0.01, over(x, y)]))}</g>`,
    );
    drawTablet(shot, screen, 830, 1180, 830, 0.09, 0);
    lathe({
      x: cup.x,
      y: cup.y,
      pitch: 1.12,
      profile: [
        [110, 0],
        [120, 10],
        [150, 80],
        [168, 190],
      ],
      wall: 14,
      filled: 160,
      glaze: pot.on(190, COFFEE),
      grounded: 0.2,
    }).draw(sheet);
    return;
  }
  const [x, y, w, turn] = view === 0 ? ([800, 1010, 1010, 0] as const) : ([700, 1230, 1560, -0.17] as const);
  drawBackdrop(sheet, {
    ground: view === 0 ? 'plaster' : rng.pick(['linen', 'oak']),
    tone,
    flat: true,
    shadows: [dropped([outlineOf(x, y, w, turn)], 44, 56, 40, 0.65)],
    seed,
  });
  drawTablet(shot, screen, x, y, w, turn, 0);
}

export const drawEbook = (shot: Shot): void => shoot(shot, book);
export const drawPattern = (shot: Shot): void => shoot(shot, pattern);
export const drawSamples = (shot: Shot): void => shoot(shot, samples);
