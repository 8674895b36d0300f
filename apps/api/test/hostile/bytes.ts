import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { PAYLOAD } from './file';

/** The same noise for the same words. */
export function scatter(words: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, nth) =>
    createHash('sha256').update(`${words} ${nth}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

export const svg = (inside = '', side = 9) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${inside}</svg>`;

export const laughs = () =>
  Array.from({ length: 10 }, (_, nth) =>
    nth === 0 ? '<!ENTITY l0 "ha">' : `<!ENTITY l${nth} "${`&l${nth - 1};`.repeat(10)}">`,
  ).join('');

/** Just enough of an archive for tools to see one. */
export function zip(content = Buffer.from(PAYLOAD)): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  return Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\x08\0', 'latin1'), content, end]);
}

export function isoMedia(brand: string): Buffer {
  const box = Buffer.alloc(24);
  box.writeUInt32BE(24);
  box.write(`ftyp${brand}\0\0\0\0mif1${brand}`, 4, 'latin1');
  return box;
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** One bit per pixel, all black: 49 megapixels take a few kilobytes. */
export function png(width: number, height: number, { interlaced = false } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, interlaced ? 1 : 0], 8);
  // Adam7: start and step of its seven passes, across and down
  const passes = interlaced
    ? [
        [0, 8, 0, 8],
        [4, 8, 0, 8],
        [0, 4, 4, 8],
        [2, 4, 0, 4],
        [0, 2, 2, 4],
        [1, 2, 0, 2],
        [0, 1, 1, 2],
      ]
    : [[0, 1, 0, 1]];
  const length = passes.reduce((sum, [x = 0, stepX = 1, y = 0, stepY = 1]) => {
    const across = Math.ceil((width - x) / stepX);
    return sum + Math.ceil((height - y) / stepY) * (1 + Math.ceil(across / 8));
  }, 0);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(length))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export const HEADER_ENDS = 8 + 25;

export const withChunk = (whole: Buffer, type: string, data: Buffer) =>
  Buffer.concat([whole.subarray(0, HEADER_ENDS), pngChunk(type, data), whole.subarray(HEADER_ENDS)]);

export function resizedPng(whole: Buffer, width: number, height: number): Buffer {
  const header = Buffer.from(whole.subarray(16, 29));
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([whole.subarray(0, 8), pngChunk('IHDR', header), whole.subarray(HEADER_ENDS)]);
}

/** As an encoder makes it, all grey, without the seconds that it takes: every block is the same two bits. */
export async function flatJpeg(side: number): Promise<Buffer> {
  const image = sharp({ create: { width: 16, height: 16, channels: 3, background: '#808080' } });
  const small = await image.jpeg().toBuffer();
  const scan = small.indexOf(Buffer.from('ffda', 'hex'));
  const begins = scan + 2 + small.readUInt16BE(scan + 2);
  // four of brightness and two of colour in each square of 16 pixels
  const bits = Math.ceil(side / 16) ** 2 * 6 * 2;
  return Buffer.concat([
    resizedJpeg(small.subarray(0, begins), side, side),
    Buffer.alloc(Math.ceil(bits / 8)),
    small.subarray(-2),
  ]);
}

export function resizedJpeg(whole: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(whole);
  const frame = bytes.indexOf(Buffer.from('ffc0', 'hex'));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

/** The last scan again and again. */
export async function manyScans(count: number): Promise<Buffer> {
  const image = sharp({ create: { width: 2000, height: 2000, channels: 3, background: '#c8741a' } });
  const whole = await image.jpeg({ progressive: true }).toBuffer();
  const scan = whole.subarray(whole.lastIndexOf(Buffer.from('ffda', 'hex')), -2);
  return Buffer.concat([
    whole.subarray(0, -2),
    ...Array.from({ length: count }, () => scan),
    whole.subarray(-2),
  ]);
}

export function hugeWebp(): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1');
  bytes.fill(0xff, 24);
  return bytes;
}

export function resizedAvif(whole: Buffer, side: number): Buffer {
  const bytes = Buffer.from(whole);
  const extents = bytes.indexOf('ispe');
  bytes.writeUInt32BE(side, extents + 8);
  bytes.writeUInt32BE(side, extents + 12);
  return bytes;
}
