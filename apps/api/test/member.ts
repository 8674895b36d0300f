import type { UserType } from '@souk/contracts';
import { DataSource } from 'typeorm';
import type { TestApp } from './app';
import { orderInput, type Factory, type Person } from './factories';

let members = 0;

/** Somebody of whom the marketplace knows all that it may know, in words that nobody else has. */
export function member(make: Factory, userType: UserType): Promise<Person> {
  members += 1;
  return make.user(userType, {
    username: `wilhelmina.${members}`,
    email: `wilhelmina.${members}@example.com`,
    firstName: 'Wilhelmina',
    lastName: `Quillfeather-${members}`,
    phone: `+1 555 0199-${members}`,
    address: `${members} Bramblewood Lane`,
  });
}

export const homeOf = ({ user }: Person) => ({
  ...orderInput.shippingAddress,
  name: `${user.firstName ?? 'Jo'} ${user.lastName ?? 'Rivers'}`,
  address: user.address ?? '1 Elsewhere Road',
});

/** Every `table.column` that holds a word of the person's: facts that wait or were told included. */
export async function tracesOf({ user }: Person, { app }: TestApp): Promise<string[]> {
  const words = [user.username, user.email, user.lastName, user.phone, user.address].map((word) =>
    String(word).toLowerCase(),
  );
  const database = app.get(DataSource);
  const found: string[] = [];
  for (const { tableName, columns, target } of database.entityMetadatas) {
    const rows = await database.getRepository(target).find();
    for (const { propertyName } of columns) {
      const text = JSON.stringify(rows.map((row) => row[propertyName] as unknown)).toLowerCase();
      if (words.some((word) => text.includes(word))) found.push(`${tableName}.${propertyName}`);
    }
  }
  return found;
}
