import { Injectable } from '@nestjs/common';
import type { OwnDataDto } from '@souk/contracts/own-data.dto';
import type { Actor } from '../../platform/access/actor';
import { UsersService } from './users.service';

type Section = Exclude<keyof OwnDataDto, 'exportedAt'>;
type Collector = (owner: Actor) => Promise<unknown>;

/** Where every domain says what it holds on a user. It lets go of it when it hears `UserErased`. */
@Injectable()
export class OwnData {
  private readonly collectors = new Map<Section, Collector>();

  constructor(users: UsersService) {
    this.contribute('profile', ({ id }) => users.profile(id));
  }

  contribute<S extends Section>(section: S, collect: (owner: Actor) => Promise<OwnDataDto[S]>): void {
    this.collectors.set(section, collect);
  }

  async of(owner: Actor): Promise<OwnDataDto> {
    const data: Record<string, unknown> = { exportedAt: new Date().toISOString() };
    for (const [section, collect] of this.collectors) data[section] = await collect(owner);
    return data as unknown as OwnDataDto;
  }
}
