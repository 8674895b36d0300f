import { ValidationFailed } from '../../platform/http/errors';

/** Who bears one could pass for the marketplace; only `create-staff` gives them. Without separators. */
const OF_THE_MARKETPLACE = new Set([
  'admin',
  'administrator',
  'mod',
  'moderator',
  'owner',
  'postmaster',
  'root',
  'security',
  'souk',
  'staff',
  'support',
  'system',
  'webmaster',
]);

/** Names that every object has, which trip code that looks names up in one. */
const OF_OBJECTS = new Set(Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase()));

/** @throws ValidationFailed */
export function refuseReserved(username: string): void {
  const name = username.toLowerCase();
  if (OF_THE_MARKETPLACE.has(name.replace(/[_.-]/g, '')) || OF_OBJECTS.has(name))
    throw new ValidationFailed({ username: ['is kept for the marketplace itself; choose another one'] });
}
