import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { Events } from '../events/events';
import { LeftPictures } from './left-pictures';
import type { PictureStage } from './picture-files';
import { Pictures, type PictureIdentity } from './pictures';

/** Somebody shows it with what was made at once; published with the change that shows it. */
export class PictureTaken {
  readonly picture: PictureIdentity;

  constructor({ key, width, height }: PictureIdentity) {
    this.picture = { key, width, height };
  }
}

/** For `events.during`: who shows it notes how far it has come. */
export class PictureMade {
  constructor(
    readonly key: string,
    readonly stage: PictureStage,
  ) {}
}

/** Makes what pictures are not shown with at first, one after the other. */
@Injectable()
export class PictureJobs {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly pictures: Pictures,
    private readonly left: LeftPictures,
  ) {
    events.on(PictureTaken, 'pictures', ({ picture }, _id, stopping) => this.finish(picture, stopping));
    events.lane('pictures', 1);
  }

  /** What is made already is not made again, so it goes on where a killed process stopped. */
  private async finish(picture: PictureIdentity, stopping: AbortSignal): Promise<void> {
    for (const stage of ['webp', 'avif'] as const) {
      stopping.throwIfAborted();
      if (!(await this.left.isShown(picture.key))) break;
      if (!(await this.pictures.reach(stage, picture))) return;
      await this.database.run(() => this.events.publish(new PictureMade(picture.key, stage)));
    }
    await this.pictures.forgetOriginal(picture.key);
    // it may have gone while its files were made
    await this.left.delete([picture]);
  }
}
