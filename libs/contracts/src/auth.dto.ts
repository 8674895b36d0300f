import { PartialType } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { USER_TYPES, type UserType } from './enums';
import { LIMITS } from './limits';
import { Optional, EnumField, Line, OneOf } from './validators';

/** Stored lower-cased: MariaDB compares without case, SQLite with. */
export const EmailField = () =>
  applyDecorators(
    Line({ min: 1, max: LIMITS.email.max }),
    Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
    IsEmail({}, { message: 'must be an e-mail address such as name@example.com' }),
  );

/** As typed: spaces at its ends belong to it, and any character may be in it. */
const TypedPassword = (min: number) =>
  applyDecorators(
    IsString({ message: 'must be text' }),
    MinLength(min, { message: min === 1 ? 'must not be empty' : `must have at least ${min} characters` }),
    MaxLength(LIMITS.password.max, { message: `must have at most ${LIMITS.password.max} characters` }),
  );

/** For a password that is chosen, of 8 to 128 characters. */
export const PasswordField = () => TypedPassword(LIMITS.password.min);

/** For one that the account has. */
export const PresentPasswordField = () => TypedPassword(1);

export class RegisterRequest {
  /** Letters, digits, `_`, `.` and `-`; unique without regard to case. @example mara.potter */
  @Line(LIMITS.username)
  @Matches(/^[A-Za-z0-9_.-]+$/, { message: 'may have letters, digits, "_", "." and "-" only' })
  username: string;

  /** Unique. @example mara@example.com */
  @EmailField()
  email: string;

  /** 8 to 128 characters, taken as typed; the most common ones are refused. @example correct horse battery */
  @PasswordField()
  password: string;

  /** @example Mara */
  @IsOptional()
  @Line(LIMITS.personName)
  firstName?: string | null;

  /** @example Lindt */
  @IsOptional()
  @Line(LIMITS.personName)
  lastName?: string | null;

  /** Vendors may open stores; buyers may not. @example buyer */
  @OneOf(USER_TYPES, 'UserType')
  userType: UserType;

  /** @example +49 30 1234567 */
  @IsOptional()
  @Line(LIMITS.phone)
  phone?: string | null;

  /** One line. @example Hafenstr. 4, 20459 Hamburg */
  @IsOptional()
  @Line(LIMITS.address)
  address?: string | null;

  /** `true` keeps the refresh token in an HttpOnly cookie and leaves it out of the answer: for browsers. @example false */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  session?: boolean;
}

export class LoginRequest {
  /** Username or e-mail address. @example mara.potter */
  @Line({ min: 1, max: LIMITS.email.max })
  username: string;

  /** @example correct horse battery */
  @PresentPasswordField()
  password: string;

  /** As on registration. @example false */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  session?: boolean;
}

export class RefreshRequest {
  /** Left out by browsers, whose cookie carries it. */
  @IsOptional()
  @Line({ max: 200 })
  refreshToken?: string | null;
}

export class LogoutRequest {
  /** `true` ends every session of this user. @example false */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  everywhere?: boolean;
}

export class ChangePasswordRequest {
  @PresentPasswordField()
  currentPassword: string;

  /** 8 to 128 characters, taken as typed; the most common ones are refused. @example battery horse correct */
  @PasswordField()
  newPassword: string;
}

/** Replaces the editable fields; optional ones that are left out become `null`. */
export class ProfileUpdate {
  /** @example mara@example.com */
  @EmailField()
  email: string;

  /** @example Mara */
  @IsOptional()
  @Line(LIMITS.personName)
  firstName?: string | null;

  /** @example Lindt */
  @IsOptional()
  @Line(LIMITS.personName)
  lastName?: string | null;

  /** @example +49 30 1234567 */
  @IsOptional()
  @Line(LIMITS.phone)
  phone?: string | null;

  /** @example Hafenstr. 4, 20459 Hamburg */
  @IsOptional()
  @Line(LIMITS.address)
  address?: string | null;
}

export class ProfilePatch extends PartialType(ProfileUpdate, { skipNullProperties: false }) {}

export class ProfileDto {
  /** @example 7 */
  id: number;
  /** @example mara.potter */
  username: string;
  /** @example mara@example.com */
  email: string;
  emailVerified: boolean;
  /** @example Mara */
  firstName: string | null;
  /** @example Lindt */
  lastName: string | null;
  /** @example vendor */
  @EnumField(USER_TYPES, 'UserType')
  userType: UserType;
  /** Marketplace operator. */
  isStaff: boolean;
  phone: string | null;
  address: string | null;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

export class TokenResponse {
  /** JWT for `Authorization: Bearer`, valid for `expiresIn` seconds. */
  accessToken: string;
  /** Rotates on every refresh; `null` when the cookie carries it. */
  refreshToken: string | null;
  /** @example Bearer */
  tokenType: string;
  /** Seconds. @example 86400 */
  expiresIn: number;
  user: ProfileDto;
}
