import { createHash } from 'node:crypto';
import sharp from 'sharp';
import {
  drawBanner,
  drawLogo,
  drawProduct,
  PICTURE_KINDS,
  type PictureKind,
  pictureSeed,
  renderPicture,
  type View,
} from './index';

const VIEWS: readonly View[] = [0, 1, 2];
const SEED = pictureSeed(0, 'ember', 1);

/** A view of each kind in turn: a drawing takes a sixth of a second. */
const viewOf = (kind: PictureKind): View => VIEWS[PICTURE_KINDS.indexOf(kind) % VIEWS.length] ?? 0;
const drawings = new Map<PictureKind, string>();
/** Each is drawn once, whoever looks at it. */
function drawn(kind: PictureKind): string {
  const drawing = drawings.get(kind) ?? drawProduct(kind, SEED, viewOf(kind));
  drawings.set(kind, drawing);
  return drawing;
}

/** Mean difference per channel, 0…255, between two pictures seen at thumbnail size. */
async function difference(a: string, b: string): Promise<number> {
  const [left, right] = await Promise.all([a, b].map(thumbnail));
  if (!left || !right) throw new Error('A picture did not render.');
  const sum = left.reduce((total, value, i) => total + Math.abs(value - (right[i] ?? 0)), 0);
  return sum / left.length;
}

// a viewBox fitted into 160 × 200 makes librsvg draw a hundredth of the pixels
const small = (svg: string): Buffer =>
  Buffer.from(svg.replace('width="1600" height="2000"', 'width="160" height="200"'));
// half a megabyte of SVG is too much for a readable failure
const digest = (svg: string): string => createHash('sha256').update(svg).digest('hex');
const thumbnail = (svg: string): Promise<Buffer> => sharp(small(svg)).removeAlpha().raw().toBuffer();

describe('product pictures', () => {
  it('offers at least sixteen kinds of goods', () => {
    expect(PICTURE_KINDS.length).toBeGreaterThanOrEqual(16);
  });

  it.each(PICTURE_KINDS.map((kind) => [kind, viewOf(kind)] as const))(
    'draws %s at 1600 × 2000 from view %i, with something to see',
    async (kind) => {
      const svg = drawn(kind);
      const drawing = svg.replace(/base64,[^"]*/g, '');
      expect(drawing.slice(0, 110)).toContain('width="1600" height="2000" viewBox="0 0 1600 2000"');
      expect(/NaN|undefined|Infinity|<text/.exec(drawing)?.[0]).toBeUndefined();
      const { channels } = await sharp(small(svg)).stats();
      expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(8);
    },
  );

  it.each<PictureKind>(['bowl', 'candle', 'scarf', 'notebook', 'chair', 'earrings'])(
    'gives two %s products clearly different looks',
    async (kind) => {
      const other = drawProduct(kind, pictureSeed(2, 'indigo', 2), viewOf(kind));
      expect(await difference(drawn(kind), other)).toBeGreaterThan(4);
    },
  );

  it.each<PictureKind>(['mug', 'print'])(
    'tells apart two %s products of one shape and tint',
    async (kind) => {
      const [one, other] = [pictureSeed(1, 'sage', 1), pictureSeed(1, 'sage', 2)];
      expect(await difference(drawProduct(kind, one, 0), drawProduct(kind, other, 0))).toBeGreaterThan(2);
    },
  );

  it('draws the same picture for the same seed', () => {
    expect(digest(drawProduct('scarf', 412, 2))).toBe(digest(drawProduct('scarf', 412, 2)));
    expect(digest(drawLogo(7, 'Kiln & Ember'))).toBe(digest(drawLogo(7, 'Kiln & Ember')));
    expect(digest(drawBanner(7))).toBe(digest(drawBanner(7)));
  });

  it('renders a full-size JPEG', async () => {
    const picture = await renderPicture(drawn('vase'));
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 2000 });
  });

  it('renders signs and banners at their sizes', async () => {
    const sign = await renderPicture(drawLogo(3, 'Oak & Adze'));
    const banner = await renderPicture(drawBanner(3));
    expect(await sharp(sign).metadata()).toMatchObject({ width: 512, height: 512 });
    expect(await sharp(banner).metadata()).toMatchObject({ width: 1600, height: 500 });
  });
});
