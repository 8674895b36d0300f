import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { PermissionDenied, ValidationFailed } from '../../platform/http/errors';
import { ErasureService } from '../users/erasure.service';
import { UsersService } from '../users/users.service';
import { matchesPassword } from './passwords';

@Injectable()
export class OwnDataService {
  constructor(
    private readonly users: UsersService,
    private readonly erasure: ErasureService,
  ) {}

  /** @throws PermissionDenied, ValidationFailed */
  async erase(actor: Actor, password: string): Promise<void> {
    if (actor.isStaff) {
      throw new PermissionDenied(
        'A staff account cannot be erased: the audit log names it. Have its staff rights removed first.',
      );
    }
    const { user } = await this.users.account(actor.id);
    if (!(await matchesPassword(user.passwordHash, password))) {
      throw new ValidationFailed({ password: ['is not your password; it is needed to erase the account'] });
    }
    await this.erasure.erase(actor.id);
  }
}
