import { createHmac } from 'node:crypto';
import type { NewApiKeyDto } from '@souk/contracts/api-keys.dto';
import type { TestApp } from '../app';
import { Database } from '../../src/platform/database/database';
import { SessionsService } from '../../src/domains/auth/sessions.service';
import { User } from '../../src/domains/users/user.entity';
import { UsersService } from '../../src/domains/users/users.service';
import { Factory, created, type Person } from '../factories';

/** Known to the matrix, so that it can forge tokens. */
export const SECRET = 'a secret that the matrix forges with, 32 bytes';

const ALL_SCOPES = { name: 'Everything', scopes: ['read', 'products', 'orders', 'reviews'] };

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Claims {
  sub: number;
  sid: number;
  iat: number;
  exp: number;
}

const claimsOf = (accessToken: string): Claims =>
  JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as Claims;

function token(claims: Claims, { alg = 'HS256', secret = SECRET } = {}): string {
  const content = `${base64({ alg, typ: 'JWT' })}.${base64(claims)}`;
  if (alg === 'none') return `${content}.`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

/** A new sign-in of somebody whose last one has ended. */
export async function signInAgain(test: TestApp, { user }: Person): Promise<string> {
  const { sessionId } = await test.app.get(SessionsService).open(user.id, undefined);
  const iat = Math.floor(Date.now() / 1000);
  return `Bearer ${token({ sub: user.id, sid: sessionId, iat, exp: iat + 3600 })}`;
}

/** Name → Authorization header that must never work, each of somebody who could do all that is theirs. */
export async function brokenCredentials(test: TestApp, victim: Person): Promise<Record<string, string>> {
  const make = new Factory(test.client);
  const claims = claimsOf(victim.tokens.accessToken);
  const banned = await make.vendor();
  await test.app.get(Database).repository(User).update({ id: banned.user.id }, { isActive: false });
  const gone = await make.vendor();
  await gone.client.post('/auth/logout', {});
  const changed = await make.vendor();
  const promoted = await make.vendor();
  // known to be good until the moment of the change
  for (const { client } of [changed, promoted]) await client.get('/auth/profile');
  const passwords = { currentPassword: changed.password, newPassword: 'harbour lantern seven' };
  await changed.client.post('/auth/password/change', passwords);
  await test.app.get(UsersService).makeStaff(promoted.user.id);
  const key = created(await victim.client.post<NewApiKeyDto>('/auth/keys', ALL_SCOPES));
  await victim.client.delete(`/auth/keys/${key.id}`);
  const other = claimsOf(gone.tokens.accessToken);
  const bearers = {
    deactivated: banned.tokens.accessToken,
    'revoked session': gone.tokens.accessToken,
    'session before a change of password': changed.tokens.accessToken,
    'session before a change of role': promoted.tokens.accessToken,
    'expired token': token({ ...claims, iat: claims.iat - 7200, exp: claims.iat - 3600 }),
    'refresh token': victim.tokens.refreshToken,
    'alg none': token(claims, { alg: 'none' }),
    'foreign secret': token(claims, { secret: 'another secret that is also good, 32 bytes' }),
    "somebody's session": token({ ...claims, sub: other.sub }),
    'revoked API key': key.key,
    'API key that nobody made': `sk_${'a'.repeat(43)}`,
    'API key cut short': key.prefix,
  };
  return Object.fromEntries(Object.entries(bearers).map(([name, bearer]) => [name, `Bearer ${bearer}`]));
}
