import sharp from 'sharp';

/** What Playwright takes as a chosen file. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A small picture as a camera or a designer would hand in, in one colour. */
export async function picture(name: string, colour: string): Promise<ChosenFile> {
  const buffer = await sharp({ create: { width: 640, height: 800, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}
