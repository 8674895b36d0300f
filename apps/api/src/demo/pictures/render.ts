import sharp from 'sharp';

/** Turns a drawn picture into a JPEG at its own size. */
export function renderPicture(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
}
