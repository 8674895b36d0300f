import { SetMetadata, UseGuards, applyDecorators, type CanActivate, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

/**
 * Who may call a route, in the words of the contract. `vendor` and `user` are checked by the closed-by-default guard;
 * for `owner`, `author` and `reviewer` the domain's own guard decides, which must be named beside it.
 */
export type Access = 'anyone' | 'user' | 'vendor' | 'owner' | 'author' | 'reviewer' | 'staff';

export const ACCESS = 'access';

/** Nobody needs to sign in; who does is known to the handler all the same. */
export const Public = () =>
  applyDecorators(SetMetadata(ACCESS, 'anyone' satisfies Access), ApiExtension('x-access', 'anyone'));

type Plain = 'user' | 'vendor' | 'staff';
type Judged = Exclude<Access, Plain | 'anyone'>;

export function Allow(access: Plain): MethodDecorator & ClassDecorator;
export function Allow(
  access: Judged | 'vendor',
  ...guards: [Type<CanActivate>, ...Type<CanActivate>[]]
): MethodDecorator & ClassDecorator;
export function Allow(access: Access, ...guards: Type<CanActivate>[]) {
  return applyDecorators(
    SetMetadata(ACCESS, access),
    ApiExtension('x-access', access),
    ApiBearerAuth(),
    ...(guards.length > 0 ? [UseGuards(...guards)] : []),
  );
}

export const SIGNS_IN = 'signsIn';

/** Public, and deaf to the Authorization header: an expired token must not keep anybody from getting a new one. */
export const SignsIn = () => applyDecorators(Public(), SetMetadata(SIGNS_IN, true));
