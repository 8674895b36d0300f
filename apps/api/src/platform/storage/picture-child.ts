import type { Task } from './picture-process';
import { makePicture } from './picture-work';

/** The other end of `PictureProcess`: one task after the other, until its parent lets go. */
process.on('message', ({ bytes, wanted }: Task) => {
  makePicture(Buffer.from(bytes), wanted).then(
    (made) => process.send?.({ made }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
// Ctrl-C reaches every process of a terminal; this one ends with its parent, who may still want the picture in hand
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
