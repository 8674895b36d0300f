import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import {
  flatJpeg,
  hugeWebp,
  manyScans,
  png,
  resizedAvif,
  resizedJpeg,
  resizedPng,
  scatter,
  withChunk,
  zip,
} from './bytes';
import { FORMATS, HTML, PAYLOAD, SIZE, file, refused, taken, type Format, type HostileFile } from './file';
import { beginnings, notPictures } from './not-pictures';

/** About 250 files that somebody might try, made one by one: never two of them in memory. */
export async function* hostilePictures(): AsyncGenerator<HostileFile> {
  const good = await goodPictures();
  yield* notPictures();
  yield* beginnings();
  for (const format of FORMATS) {
    const whole = good[format];
    yield* cutShort(format, whole);
    yield* damaged(format, whole);
    yield* polyglots(format, whole);
    yield* misnamed(format, whole);
    yield* withPlaces(format);
  }
  yield* bombs(good);
  yield* unusual();
}

/** Not flat: what is cut off must be missed. */
async function goodPictures(): Promise<Record<Format, Buffer>> {
  const pixels = scatter('picture', SIZE.width * SIZE.height * 3);
  const image = () => sharp(pixels, { raw: { ...SIZE, channels: 3 } });
  return {
    jpeg: await image().jpeg().toBuffer(),
    png: await image().png().toBuffer(),
    webp: await image().webp().toBuffer(),
    avif: await image().avif({ effort: 0 }).toBuffer(),
  };
}

function* cutShort(format: Format, whole: Buffer): Generator<HostileFile> {
  for (const share of [0.1, 0.25, 0.5, 0.75, 0.95])
    yield refused(`${share * 100} % of a ${format}`, whole.subarray(0, whole.length * share), format);
}

/** Some decoders bear some of it. */
function* damaged(format: Format, whole: Buffer): Generator<HostileFile> {
  const places = scatter(`damage to ${format}`, 16);
  for (let nth = 0; nth < 8; nth += 1) {
    const bytes = Buffer.from(whole);
    const at = Math.floor(((places.readUInt16BE(nth * 2) / 65_536) * whole.length) / (nth % 2 ? 1 : 20));
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    yield { ...file(`a ${format}, damaged at ${at}`, bytes, format), outcome: 'either' };
  }
  const twice = Buffer.concat([whole.subarray(0, whole.length / 2), whole]);
  yield { ...file(`half a ${format} and one more`, twice, format), outcome: 'either' };
}

/** Pictures that are something else too. */
function* polyglots(format: Format, whole: Buffer): Generator<HostileFile> {
  const others = {
    'a page': Buffer.from(HTML),
    'an archive': zip(),
    'a PHP file': Buffer.from(`<?php echo "${PAYLOAD}";`),
    'a script': Buffer.from(`*/=alert("${PAYLOAD}")/*`),
    'a PDF': Buffer.from(`%PDF-1.7 ${PAYLOAD}`),
    'another picture': whole,
  };
  for (const [what, rest] of Object.entries(others))
    yield taken(`a ${format} with ${what} behind it`, Buffer.concat([whole, rest]), format, SIZE);
}

function* misnamed(format: Format, whole: Buffer): Generator<HostileFile> {
  const names = {
    'x.exe': 'application/x-msdownload',
    'x.html': 'text/html',
    'x.svg': 'image/svg+xml',
    'x.gif': 'image/gif',
  };
  for (const [name, type] of Object.entries(names))
    yield { ...taken(`a ${format} called ${name}`, whole, format, SIZE), name, type };
}

/** Taken on a mountain, with the camera in any position. */
async function* withPlaces(format: Format): AsyncGenerator<HostileFile> {
  const GPS = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '46/1 33/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '7/1 58/1 0/1',
  };
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const bytes = await sharp({ create: { ...SIZE, channels: 3, background: '#c8741a' } })
      .withExif({ IFD0: { ImageDescription: PAYLOAD }, IFD3: GPS })
      .withMetadata({ orientation, icc: 'p3' })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${PAYLOAD}</x:xmpmeta>`)
      .toFormat(format, format === 'avif' ? { effort: 0 } : {})
      .toBuffer();
    const lies = orientation >= 5;
    yield taken(
      `a ${format} that says where it was taken, orientation ${orientation}`,
      bytes,
      format,
      lies ? { width: SIZE.height, height: SIZE.width } : SIZE,
    );
  }
}

async function* bombs(good: Record<Format, Buffer>): AsyncGenerator<HostileFile> {
  yield refused('a PNG of 196 megapixels', png(14_000, 14_000));
  yield refused('a PNG of 50 megapixels and a bit', png(7072, 7072));
  yield refused('an interlaced PNG of 196 megapixels', png(14_000, 14_000, { interlaced: true }));
  yield refused('a PNG, 50,000 × 1', png(50_000, 1));
  yield refused('a PNG, 1 × 50,000', png(1, 50_000));
  yield refused('a PNG that says it is huge', resizedPng(good.png, 0x7fffffff, 0x7fffffff));
  yield refused('a PNG that says it has no size', resizedPng(good.png, 0, 0));
  yield refused('a PNG that says it is larger', resizedPng(good.png, 3000, 3000));
  yield refused('a JPEG of 196 megapixels', await flatJpeg(14_000));
  yield refused('a JPEG that says it is huge', resizedJpeg(good.jpeg, 65_535, 65_535));
  yield refused('a JPEG that says it has no size', resizedJpeg(good.jpeg, 0, 0));
  yield {
    ...file('a JPEG that says it is larger', resizedJpeg(good.jpeg, 3000, 3000), 'jpeg'),
    outcome: 'either',
  };
  yield refused('a WebP that says it is huge', hugeWebp());
  yield refused('an AVIF that says it is huge', resizedAvif(good.avif, 14_000));
  yield {
    ...file('an AVIF that says it is larger', resizedAvif(good.avif, 3000), 'avif'),
    outcome: 'either',
  };
  const zeros = deflateSync(Buffer.alloc(60 * 1024 * 1024));
  for (const chunk of ['iCCP', 'zTXt', 'iTXt']) {
    const head = chunk === 'iTXt' ? 'key\0\x01\0\0\0' : 'key\0\0';
    const bytes = withChunk(good.png, chunk, Buffer.concat([Buffer.from(head, 'latin1'), zeros]));
    yield { ...file(`a PNG with 60 MB in its ${chunk}`, bytes, 'png'), outcome: 'either' };
  }
  yield { ...file('a JPEG of 400 scans', await manyScans(400), 'jpeg'), outcome: 'either' };
  yield taken('a PNG of 49 megapixels', png(7000, 7000), 'png', { width: 7000, height: 7000 });
  const interlaced = png(7000, 7000, { interlaced: true });
  yield taken('an interlaced PNG of 49 megapixels', interlaced, 'png', { width: 7000, height: 7000 });
  yield taken('a JPEG of 49 megapixels', await flatJpeg(7000), 'jpeg', { width: 7000, height: 7000 });
  yield taken('a PNG, 16,383 × 1', png(16_383, 1), 'png', { width: 16_383, height: 1 });
  yield taken('a PNG, 1 × 16,383', png(1, 16_383), 'png', { width: 1, height: 16_383 });
  yield taken('a single pixel', png(1, 1), 'png', { width: 1, height: 1 });
  const padded = Buffer.concat([good.jpeg, Buffer.alloc(10 * 1024 * 1024 - good.jpeg.length)]);
  yield taken('a JPEG of 10 MB', padded, 'jpeg', SIZE);
}

/** Good pictures of a kind that is rarely seen. */
async function* unusual(): AsyncGenerator<HostileFile> {
  const create = (channels: 3 | 4 = 3) =>
    sharp({ create: { ...SIZE, channels, background: { r: 200, g: 116, b: 26, alpha: 0.5 } } });
  const flat = (background: string) => sharp({ create: { ...SIZE, channels: 4, background } });
  const frames = sharp(await Promise.all(['#f00', '#0f0'].map((each) => flat(each).png().toBuffer())), {
    join: { animated: true },
  });
  const pictures: [string, Format, Buffer][] = [
    ['a CMYK JPEG', 'jpeg', await create().toColourspace('cmyk').jpeg().toBuffer()],
    ['a grey JPEG', 'jpeg', await create().greyscale().jpeg().toBuffer()],
    ['a progressive JPEG', 'jpeg', await create().jpeg({ progressive: true }).toBuffer()],
    ['a JPEG with a wide gamut', 'jpeg', await create().withIccProfile('p3').jpeg().toBuffer()],
    ['a PNG of 16 bits', 'png', await create().toColourspace('rgb16').png().toBuffer()],
    ['a grey PNG of 16 bits', 'png', await create().toColourspace('grey16').png().toBuffer()],
    ['a PNG that shines through', 'png', await create(4).png().toBuffer()],
    ['a PNG with a palette', 'png', await create(4).png({ palette: true }).toBuffer()],
    ['an interlaced PNG', 'png', await create(4).png({ progressive: true }).toBuffer()],
    ['an animated PNG', 'png', withChunk(await create().png().toBuffer(), 'acTL', Buffer.alloc(8, 1))],
    ['a lossless WebP', 'webp', await create(4).webp({ lossless: true }).toBuffer()],
    ['an animated WebP', 'webp', await frames.clone().webp().toBuffer()],
    ['an AVIF of 10 bits', 'avif', await create().avif({ bitdepth: 10, effort: 0 }).toBuffer()],
    ['a lossless AVIF', 'avif', await create(4).avif({ lossless: true, effort: 0 }).toBuffer()],
  ];
  for (const [what, format, bytes] of pictures) yield taken(what, bytes, format, SIZE);
  yield refused('an animated GIF', await frames.clone().gif().toBuffer());
}
