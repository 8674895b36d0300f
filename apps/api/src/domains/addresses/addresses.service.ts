import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import type { AddressInput, AddressPatch } from '@souk/contracts/addresses.dto';
import type { PageQuery } from '@souk/contracts/common.dto';
import { Not } from 'typeorm';
import { Database } from '../../platform/database/database';
import type { Check } from '../../platform/http/conditional';
import { NotFound, ValidationFailed } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { UsersService } from '../users/users.service';
import { Address } from './address.entity';

const NEWEST: Order<Address> = {
  by: 'address.id',
  id: 'address.id',
  direction: 'DESC',
  key: ({ id }) => id,
};

/** A user's address book. Whoever changes it holds the user's row, so that one address stays the default. */
@Injectable()
export class AddressesService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  /** Newest first. */
  page(userId: number, query: PageQuery): Promise<PageOf<Address>> {
    const own = this.addresses.createQueryBuilder('address').where({ userId });
    return page(own, NEWEST, query);
  }

  /** All of them, oldest first. */
  heldOn(userId: number): Promise<Address[]> {
    return this.addresses.find({ where: { userId }, order: { id: 'ASC' } });
  }

  /** @throws NotFound, for other people's as for missing ones */
  async find(userId: number, id: number): Promise<Address> {
    const address = await this.addresses.findOneBy({ id, userId });
    if (!address) throw new NotFound('address');
    return address;
  }

  /** @throws ValidationFailed when the book is full */
  create(userId: number, input: AddressInput): Promise<Address> {
    return this.database.run(async () => {
      await this.users.lock(userId);
      const count = await this.addresses.countBy({ userId });
      const { max } = LIMITS.addressBook;
      if (count >= max) {
        throw new ValidationFailed({ address: [`does not fit: ${max} are kept; delete one first`] });
      }
      const address = Object.assign(new Address(), { userId, isDefault: count === 0, createdAt: new Date() });
      return this.save(address, { ...input, state: input.state ?? null });
    });
  }

  replace(userId: number, id: number, input: AddressInput, check: Check<Address>): Promise<Address> {
    return this.update(userId, id, { ...input, state: input.state ?? null }, check);
  }

  /** Fields that are undefined stay as they are. */
  update(userId: number, id: number, change: AddressPatch, check: Check<Address>): Promise<Address> {
    return this.database.run(async () => {
      await this.users.lock(userId);
      const address = await this.find(userId, id);
      await check(address);
      return this.save(address, change);
    });
  }

  /** The newest of the others is the default after it. */
  delete(userId: number, id: number, check: Check<Address>): Promise<void> {
    return this.database.run(async () => {
      await this.users.lock(userId);
      const address = await this.find(userId, id);
      await check(address);
      await this.addresses.delete({ id });
      if (!address.isDefault) return;
      const [next] = await this.addresses.find({ where: { userId }, order: { id: 'DESC' }, take: 1 });
      if (next) await this.addresses.update({ id: next.id }, { isDefault: true });
    });
  }

  async deleteAll(userId: number): Promise<void> {
    await this.addresses.delete({ userId });
  }

  private async save(address: Address, { isDefault, ...fields }: AddressPatch): Promise<Address> {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    Object.assign(address, Object.fromEntries(given), { updatedAt: new Date() });
    // there is always one: it goes by another one's becoming it
    if (isDefault) address.isDefault = true;
    const saved = await this.addresses.save(address);
    if (isDefault) {
      await this.addresses.update({ userId: saved.userId, id: Not(saved.id) }, { isDefault: false });
    }
    return saved;
  }

  private get addresses() {
    return this.database.repository(Address);
  }
}
