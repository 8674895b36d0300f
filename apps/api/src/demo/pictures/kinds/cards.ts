import { artwork, inksOf } from '../art';
import { drawBackdrop, toneFor } from '../backdrop';
import { drawSprig, stem } from '../botanics';
import { colour, css, mix, scale } from '../colour';
import { type Path, roundedRect } from '../geometry';
import { random } from '../random';
import { dropped, type Shadow } from '../shadow';
import type { Shot } from '../shot';
import { drawTexture, pathData, rectPath } from '../texture';

interface Laid {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Degrees. */
  readonly turn: number;
  /** Which motif of the set; none is an envelope. */
  readonly motif?: number;
}

const shapeOf = ({ x, y, w, h, turn }: Laid): Path => roundedRect(x, y, w, h, 4, (turn * Math.PI) / 180);
const lying = (cards: readonly Laid[], lift: number): readonly Shadow[] =>
  cards.map((card) => dropped([shapeOf(card)], 16 * lift, 22 * lift, 18 * lift, 0.5));

/** A set of folded cards and their envelopes, from straight above. */
export function drawCards(shot: Shot): void {
  const { sheet, rng, view, seed, tint, form, product } = shot;
  const artSeed = product.int(1, 99999);
  const kraft = product.pick([colour('#b48d61'), tint.main, tint.pale, colour('#d9cbb4')]);
  const styles = [form, form + 1 + (product.int(0, 3) % 3), form + 4];
  const tone = toneFor(mix(tint.pale, tint.main, 0.3), rng, true);
  const [w, h] = [560, 780];
  const sets: Record<0 | 1 | 2, readonly Laid[]> = {
    0: [
      { x: 900, y: 1270, w: 820, h: 590, turn: -5 },
      { x: 720, y: 860, w: w * 1.16, h: h * 1.16, turn: 3, motif: 0 },
    ],
    1: [
      { x: 1050, y: 1500, w: 1640, h: 1180, turn: -9 },
      { x: 660, y: 860, w: w * 2.1, h: h * 2.1, turn: 6, motif: 0 },
    ],
    2: [
      { x: 1120, y: 560, w: 780, h: 560, turn: 12 },
      { x: 460, y: 640, w, h, turn: -7, motif: 1 },
      { x: 1150, y: 1180, w, h, turn: 8, motif: 2 },
      { x: 620, y: 1330, w: w * 1.08, h: h * 1.08, turn: -3, motif: 0 },
    ],
  };
  const cards = sets[view];
  drawBackdrop(sheet, {
    ground: view === 0 ? 'linen' : rng.pick(['oak', 'stone', 'plaster', 'walnut']),
    tone,
    flat: true,
    daylight: view === 2 ? rng.pick(['leaves', 'panes']) : 'even',
    shadows: lying(cards, view === 1 ? 2 : 1.2),
    seed,
  });
  const paper = mix(colour('#f6f1e6'), tint.pale, 0.15);
  cards.forEach((card, i) => {
    if (i > 0) {
      const under = lying([card], view === 1 ? 1.6 : 0.9)[0] as Shadow;
      for (const lower of cards.slice(0, i)) {
        sheet.add(
          `<g clip-path="${sheet.clip(shapeOf(lower))}">${sheet.raster({ x: card.x - card.h, y: card.y - card.h, width: card.h * 2, height: card.h * 2 }, 14, 14, (x, y, pixel) => pixel.set([0.03, 0.02, 0.01, under(x, y) * 0.8]))}</g>`,
        );
      }
    }
    const { x, y, turn } = card;
    const [left, top] = [x - card.w / 2, y - card.h / 2];
    sheet.add(`<g transform="rotate(${turn} ${x} ${y})">`);
    if (card.motif === undefined) {
      const flap = `M${left} ${top}L${x} ${top + card.h * 0.56}L${left + card.w} ${top}Z`;
      sheet.add(
        `<path d="${rectPath(left, top, card.w, card.h)}" fill="${css(scale(kraft, 0.94))}"/><path d="M${left} ${top + card.h}L${x} ${top + card.h * 0.42}L${left + card.w} ${top + card.h}Z" fill="${css(scale(kraft, 0.88))}"/>`,
      );
      sheet.add(
        `<path d="${flap}" transform="translate(0 9)" fill="#1c120a" fill-opacity="0.22"/><path d="${flap}" fill="${css(kraft)}" stroke="#fff" stroke-opacity="0.25" stroke-width="3"/>`,
      );
      sheet.add(
        `<circle cx="${x}" cy="${top + card.h * 0.52}" r="${card.w * 0.055}" fill="${css(tint.deep)}"/><circle cx="${x - card.w * 0.006}" cy="${top + card.h * 0.514}" r="${card.w * 0.038}" fill="none" stroke="#fff" stroke-opacity="0.3" stroke-width="4"/>`,
      );
    } else {
      const edge = card.w * 0.07;
      sheet.add(
        `<path d="${rectPath(left + 5, top + 6, card.w, card.h)}" fill="${css(scale(paper, 0.62))}"/><path d="${rectPath(left, top, card.w, card.h)}" fill="${css(paper)}"/>`,
      );
      const motif = (): ReturnType<typeof random> => random('cards', artSeed, card.motif ?? 0);
      sheet.add(
        `<g transform="translate(${left + edge} ${top + edge})">${artwork(styles[card.motif] ?? form, card.w - 2 * edge, card.h - 2 * edge, inksOf(tint, motif()), motif())}</g><path d="M${left + 7} ${top}v${card.h}" stroke="#3a2a1a" stroke-opacity="0.16" stroke-width="5"/>`,
      );
    }
    sheet.add('</g>');
    drawTexture(sheet, pathData(shapeOf(card)), 'paper', 0.3, 1);
  });
  if (view === 2) drawSprig(sheet, 'olive', stem([120, 1960], -0.5, 560, 0.2, rng), 160, rng);
}
