import type { Task } from './picture-process';
import { makePicture } from './picture-work';

/** The other end of `PictureProcess`: one task after the other, until its parent lets go. */
process.on('message', ({ bytes, stage }: Task) => {
  makePicture(Buffer.from(bytes), stage).then(
    (made) => process.send?.({ made }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
