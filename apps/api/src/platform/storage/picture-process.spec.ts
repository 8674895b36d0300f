import sharp from 'sharp';
import { PictureProcess } from './picture-process';

it('finishes the picture in hand when Ctrl-C reaches it as well', async () => {
  const pictures = new PictureProcess(true);
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c8741a' } })
    .jpeg()
    .toBuffer();
  await pictures.make(bytes, 'thumbnail');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const made = pictures.make(bytes, 'first');
    pictures['child']?.kill(signal);
    expect(await made).toMatchObject({ size: { width: 900, height: 600 } });
  }
  pictures.stop();
});
