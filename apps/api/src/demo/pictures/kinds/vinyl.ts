import { artwork, inksOf } from '../art';
import { drawBackdrop, toneFor } from '../backdrop';
import { type Colour, colour, css, mix, scale } from '../colour';
import { ellipse, outline, type Path, roundedRect } from '../geometry';
import { noise } from '../noise';
import { random, type Random } from '../random';
import { dropped } from '../shadow';
import type { Shot } from '../shot';
import { drawTexture, pathData, rectPath } from '../texture';

interface Record12 {
  readonly pressing: Colour;
  readonly style: number;
  readonly art: () => Random;
}

const turn = (degrees: number): number => (degrees * Math.PI) / 180;

/** The disc: grooves that fan the window's light out from the middle, and a printed label. */
function drawDisc(shot: Shot, disc: Record12, cx: number, cy: number, r: number): void {
  const { sheet, tint } = shot;
  const box = { x: cx - r, y: cy - r, width: 2 * r, height: 2 * r };
  sheet.paint(ellipse(cx, cy, r, r, 0, 120), box, r > 900 ? 4 : 3, (x, y, pixel) => {
    const [dx, dy] = [x - cx, y - cy];
    const angle = Math.atan2(dy, dx);
    const d = Math.hypot(dx, dy) / r;
    const fan =
      Math.max(0, Math.cos(2 * (angle + 0.72))) ** 9 + 0.35 * Math.max(0, Math.cos(2 * (angle + 1.25))) ** 14;
    const groove = 0.9 + 0.1 * noise(d * 330, 0, 3) + 0.05 * noise(d * 90, angle, 4);
    const gap = [0.52, 0.68, 0.83].some((at) => Math.abs(d - at) < 0.004) || d > 0.975 ? 1.5 : 1;
    const shine = 0.34 * fan * groove * (0.6 + 0.4 * noise(d * 40, 2, 5));
    for (let k = 0; k < 3; k++)
      pixel[k] =
        (disc.pressing[k] ?? 0) * groove * gap * 0.8 + shine * (0.55 + 0.45 * (disc.pressing[k] ?? 0));
  });
  const label = r * 0.335;
  sheet.add(
    `<g clip-path="${sheet.clip(ellipse(cx, cy, label, label))}"><g transform="translate(${cx - label} ${cy - label})">${artwork(disc.style + 3, label * 2, label * 2, inksOf(tint, disc.art()), disc.art())}</g></g>`,
  );
  drawTexture(sheet, outline(ellipse(cx, cy, label, label)), 'paper', 0.3, 1);
  sheet.add(
    `<circle cx="${cx}" cy="${cy}" r="${label}" fill="none" stroke="#000" stroke-opacity="0.35" stroke-width="3"/><circle cx="${cx}" cy="${cy}" r="${r * 0.024}" fill="#1a1512"/>`,
  );
}

function drawSleeve(shot: Shot, disc: Record12, cx: number, cy: number, size: number, degrees: number): void {
  const { sheet, tint } = shot;
  const [x, y] = [cx - size / 2, cy - size / 2];
  const sheen = sheet.define(
    (id) =>
      `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0.6"><stop offset="0" stop-color="#fff" stop-opacity="0.2"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#120a04" stop-opacity="0.22"/></linearGradient>`,
  );
  sheet.add(
    `<g transform="rotate(${degrees} ${cx} ${cy})"><path d="${rectPath(x + 4, y + 5, size, size)}" fill="${css(scale(tint.deep, 0.4))}"/>`,
  );
  sheet.add(
    `<g transform="translate(${x} ${y})">${artwork(disc.style, size, size, inksOf(tint, disc.art()), disc.art())}</g>`,
  );
  sheet.add(
    `<path d="${rectPath(x, y, size, size)}" fill="${sheen}"/><path d="${rectPath(x, y, size * 0.012, size)}" fill="#fff" fill-opacity="0.16"/><path d="M${x} ${y}h${size}v${size}h${-size}Z" fill="none" stroke="#fff" stroke-opacity="0.22" stroke-width="3"/></g>`,
  );
  drawTexture(sheet, pathData(square(cx, cy, size, degrees)), 'paper', 0.22, 1.25);
}

const square = (cx: number, cy: number, size: number, degrees: number): Path =>
  roundedRect(cx, cy, size, size, 3, turn(degrees));

export function drawVinyl(shot: Shot): void {
  const { sheet, rng, view, product, seed, tint } = shot;
  const artSeed = product.int(1, 99999);
  const disc: Record12 = {
    pressing: product.pick([
      colour('#17130f'),
      colour('#17130f'),
      colour('#17130f'),
      mix(tint.deep, tint.main, 0.2),
    ]),
    style: shot.form,
    art: () => random('art', artSeed),
  };
  const tone = toneFor(tint.main, rng, view === 2);
  if (view === 1) {
    drawBackdrop(sheet, {
      ground: 'oak',
      tone,
      flat: true,
      shadows: [dropped([ellipse(560, 1050, 1180, 1180)], 40, 46, 40, 0.6)],
      seed,
    });
    drawDisc(shot, disc, 560, 1050, 1180);
    return;
  }
  if (view === 0) {
    const [cx, cy, size] = [690, 1000, 1080];
    drawBackdrop(sheet, {
      ground: 'plaster',
      tone,
      flat: true,
      shadows: [
        dropped([square(cx, cy, size, 0)], 34, 44, 34, 0.6),
        dropped([ellipse(cx + 380, cy, 510, 510)], 30, 36, 26, 0.6),
      ],
      seed,
    });
    drawDisc(shot, disc, cx + 380, cy, 508);
    sheet.add(
      sheet.raster(
        { x: cx + size / 2 - 4, y: cy - size / 2, width: 80, height: size },
        8,
        40,
        (x, _y, pixel) => {
          pixel.set([0.02, 0.01, 0.005, 0.6 * Math.max(0, 1 - (x - cx - size / 2) / 70) ** 2]);
        },
      ),
    );
    drawSleeve(shot, disc, cx, cy, size, 0);
    return;
  }
  const [cx, cy, size] = [930, 760, 860];
  drawBackdrop(sheet, {
    ground: rng.pick(['oak', 'walnut', 'linen', 'smoked']),
    tone,
    flat: true,
    daylight: rng.pick(['leaves', 'panes']),
    shadows: [
      dropped([square(cx, cy, size, 9)], 30, 38, 30, 0.55),
      dropped([ellipse(560, 1410, 470, 470)], 24, 30, 22, 0.6),
    ],
    seed,
  });
  drawSleeve(shot, disc, cx, cy, size, 9);
  const over = dropped([ellipse(560, 1410, 470, 470)], 26, 26, 26, 0.5);
  sheet.add(
    `<g clip-path="${sheet.clip(square(cx, cy, size, 9))}">${sheet.raster({ x: 80, y: 900, width: 1100, height: 500 }, 12, 12, (x, y, pixel) => pixel.set([0.02, 0.01, 0.005, over(x, y)]))}</g>`,
  );
  drawDisc(shot, disc, 560, 1410, 470);
}
