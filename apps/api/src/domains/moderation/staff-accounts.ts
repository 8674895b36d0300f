import { Injectable } from '@nestjs/common';
import { RegisterRequest } from '@souk/contracts/auth.dto';
import { newSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { validationPipe } from '../../platform/http/validation';
import { hashPassword } from '../auth/passwords';
import { UsersService } from '../users/users.service';

/** Nobody becomes staff through the API: whoever runs the marketplace says who is. */
@Injectable()
export class StaffAccounts {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  /** @returns the password, which is kept nowhere @throws ValidationFailed @throws DuplicateEntry */
  async create(username: string, email: string): Promise<string> {
    const password = newSecret();
    const request = { username, email, password, userType: 'buyer' };
    const { password: _, ...input } = (await validationPipe().transform(request, {
      type: 'body',
      metatype: RegisterRequest,
    })) as RegisterRequest;
    const passwordHash = await hashPassword(password);
    await this.database.run(async () => {
      const { user } = await this.users.register({ ...input, passwordHash });
      await this.users.makeStaff(user.id);
    });
    return password;
  }
}
