import { Injectable } from '@nestjs/common';
import { Events } from '../events/events';
import { Pictures, type StoredPicture } from './pictures';

/** Pictures that something showed which is gone; whatever else shows them keeps them. */
export class PicturesLeft {
  constructor(readonly pictures: Pick<StoredPicture, 'key' | 'width'>[]) {}
}

type Shown = (keys: string[]) => Promise<string[]>;

/** The same content is one file, whoever shows it; so every domain is asked before one is deleted. */
@Injectable()
export class LeftPictures {
  private readonly shown: Shown[] = [];

  constructor(
    private readonly pictures: Pictures,
    events: Events,
  ) {
    events.on(PicturesLeft, 'left-pictures', ({ pictures: left }) => this.delete(left));
  }

  /** @param shown which of the keys the domain still shows */
  contribute(shown: Shown): void {
    this.shown.push(shown);
  }

  /** Unless somebody shows them. */
  async delete(left: PicturesLeft['pictures']): Promise<void> {
    const kept = await this.shownOf(left.map(({ key }) => key));
    for (const picture of left) if (!kept.has(picture.key)) await this.pictures.delete(picture);
  }

  async isShown(key: string): Promise<boolean> {
    return (await this.shownOf([key])).has(key);
  }

  private async shownOf(keys: string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const shown of this.shown) for (const key of await shown([...new Set(keys)])) found.add(key);
    return found;
  }
}
