import { hash, verify } from '@node-rs/argon2';
import { ValidationFailed } from '../../platform/http/errors';
import { COMMON_PASSWORDS } from './common-passwords';
import { Turns } from './turns';

/** OWASP Password Storage Cheat Sheet: argon2id (2) with 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of random bytes that nobody kept, at the same cost: verifying against it takes as long and never succeeds. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$DcL8b3taqiVboxHRa5CKqQ$qrbgmj0AI89kbkcNP0ir9JliIHUEK+ESCIfA9/DbyPE';

/** Two hashes keep two cores busy; twenty who wait are served within half a second. */
const turns = new Turns(2, 20);

/** The same text from every keyboard: accents and full-width letters can be composed in more than one way. */
const composed = (password: string) => password.normalize('NFKC');

/** @throws RateLimitExceeded when too many wait for theirs */
export const hashPassword = (password: string): Promise<string> =>
  turns.take(() => hash(composed(password), COST));

/** Takes as long for a user who does not exist. @throws RateLimitExceeded when too many wait for theirs */
export async function matchesPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await turns.take(() => verify(passwordHash || NOBODY, composed(password)));
  return matches && Boolean(passwordHash);
}

/**
 * No rules of composition, which make passwords alike rather than strong: what attackers try first is refused instead.
 * @param field of the request that the password came in
 * @throws ValidationFailed
 */
export function refuseWeakPassword(
  password: string,
  { username, email }: { username: string; email: string },
  field = 'password',
): void {
  const tried = composed(password).toLowerCase();
  const own = [username, email, email.split('@', 1)[0]].some((name) => name?.toLowerCase() === tried);
  if (own)
    throw new ValidationFailed({ [field]: ['must not be your username or e-mail address: choose another'] });
  if (COMMON_PASSWORDS.has(tried)) {
    throw new ValidationFailed({
      [field]: ['is one of the most common passwords: choose another, such as four words of your own'],
    });
  }
}
