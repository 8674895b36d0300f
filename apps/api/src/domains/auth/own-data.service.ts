import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { PermissionDenied } from '../../platform/http/errors';
import { ErasureService } from '../users/erasure.service';
import { Reauthentication } from './reauthentication';

@Injectable()
export class OwnDataService {
  constructor(
    private readonly database: Database,
    private readonly reauthentication: Reauthentication,
    private readonly erasure: ErasureService,
  ) {}

  /** @throws PermissionDenied, ValidationFailed, AuthenticationRequired */
  async erase(actor: Actor, password: string): Promise<void> {
    if (actor.isStaff) {
      throw new PermissionDenied(
        'A staff account cannot be erased: the audit log names it. Have its staff rights removed first.',
      );
    }
    const user = await this.reauthentication.check(actor, password, 'password');
    await this.database.run(async () => {
      await this.reauthentication.confirm(actor, user);
      await this.erasure.erase(actor.id);
    });
  }
}
