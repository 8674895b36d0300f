import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsArray, IsInt, IsString, Max, Min, ValidateBy, ValidateIf, buildMessage } from 'class-validator';
import { COUNTRY_CODES } from './countries';
import { LIMITS } from './limits';
import { formatMinor, parseMoney } from './money';

/**
 * Control characters except tab and line breaks: they break terminals, CSV files and mails. And those that turn the
 * direction of what follows, with which a name can pass for another (https://unicode.org/reports/tr36/).
 */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
const CONTROL_OR_BREAK = /[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** May be left out, but not be `null`; `@IsOptional()` is for fields that may be `null` too. */
export const Optional = () => ValidateIf((_: unknown, value: unknown) => value !== undefined);

/** For `@IsObject()` beside `@ValidateNested()`, which takes a list of such objects for one as well. */
export const OBJECT = { message: 'must be an object with the documented fields' };

interface Length {
  min?: number;
  max: number;
}

/** One line of text, trimmed. */
export const Line = (length: Length) =>
  trimmed(length, CONTROL_OR_BREAK, 'must be a single line without control characters');

/** Text of several lines, trimmed. */
export const Text = (length: Length) => trimmed(length, CONTROL, 'must not contain control characters');

function trimmed({ min = 0, max }: Length, refused: RegExp, message: string) {
  const minimum = min === 1 ? 'must not be empty' : `must have at least ${min} characters`;
  // class-validator's own check counts an emoji as one, which then does not fit its column
  const length = (name: string, isRight: (length: number) => boolean, message: string) =>
    ValidateBy({
      name,
      validator: {
        validate: (value) => typeof value === 'string' && isRight(value.length),
        defaultMessage: () => message,
      },
    });
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)),
    IsString({ message: 'must be text' }),
    length('maxLength', (units) => units <= max, `must have at most ${max} characters`),
    ...(min ? [length('minLength', (units) => units >= min, minimum)] : []),
    ValidateBy({
      name: 'characters',
      validator: {
        validate: (value) => typeof value !== 'string' || !refused.test(value),
        defaultMessage: () => message,
      },
    }),
  );
}

/** A decimal string ("19.99") or a JSON number with at most two decimals, 0 to the highest price unless told otherwise. */
export function Money({ nullable = false, maxMinor = LIMITS.priceMinor as number } = {}) {
  const digits = formatMinor(maxMinor).indexOf('.');
  return applyDecorators(
    ApiProperty({
      oneOf: [
        { type: 'string', pattern: `^\\d{1,${digits}}(\\.\\d{1,2})?$` },
        { type: 'number', minimum: 0 },
      ],
      example: '19.99',
      nullable,
    }),
    ValidateBy({
      name: 'money',
      validator: {
        validate: (value) => (parseMoney(value) ?? Infinity) <= maxMinor,
        defaultMessage: (args) => moneyMessage(args?.value, maxMinor),
      },
    }),
  );
}

function moneyMessage(value: unknown, maxMinor: number): string {
  if (/^-\d/.test(String(value))) return 'must not be negative';
  if (parseMoney(value) !== undefined) return `must be at most ${formatMinor(maxMinor)}`;
  return 'must be an amount such as "19.99": digits with at most two decimals';
}

/** A whole number in a JSON body. */
export function Count(min: number, max: number) {
  return applyDecorators(
    IsInt({ message: 'must be a whole number' }),
    Min(min, { message: `must be at least ${min}` }),
    Max(max, { message: `must be at most ${max}` }),
  );
}

export const Id = () => Count(1, LIMITS.id);

/** One of a list of words. */
export function OneOf(words: readonly string[], enumName: string) {
  return applyDecorators(
    ApiProperty({ enum: words as string[], enumName }),
    ValidateBy({
      name: 'oneOf',
      validator: {
        validate: (value) => typeof value === 'string' && words.includes(value),
        defaultMessage: buildMessage(() => `must be one of ${words.join(', ')}`),
      },
    }),
  );
}

/** Some of a list of words, at least one, each once. */
export function SomeOf(words: readonly string[], enumName: string, nullable = false) {
  return applyDecorators(
    EnumListField(words, enumName, nullable),
    ValidateBy({
      name: 'someOf',
      validator: {
        validate: (value) =>
          Array.isArray(value) &&
          value.length > 0 &&
          new Set(value).size === value.length &&
          value.every((word) => typeof word === 'string' && words.includes(word)),
        defaultMessage: buildMessage(() => `must be a list of one or more of ${words.join(', ')}, each once`),
      },
    }),
  );
}

/** A country by its ISO 3166-1 code. */
export function CountryCode() {
  return applyDecorators(
    ApiProperty({ type: 'string', pattern: '^[A-Z]{2}$', example: 'DE' }),
    ValidateBy({
      name: 'countryCode',
      validator: {
        validate: (value) => typeof value === 'string' && COUNTRY_CODES.includes(value),
        defaultMessage: () => 'must be a country by its ISO 3166-1 code, such as DE',
      },
    }),
  );
}

/** What buyers type to get a discount; kept in capitals. */
export function CouponCode() {
  const { min, max } = LIMITS.couponCode;
  const code = new RegExp(`^[A-Z0-9_-]{${min},${max}}$`);
  return applyDecorators(
    ApiProperty({ type: 'string', pattern: `^[A-Za-z0-9_-]{${min},${max}}$`, example: 'SUMMER10' }),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.trim().toUpperCase() : value,
    ),
    ValidateBy({
      name: 'couponCode',
      validator: {
        validate: (value) => typeof value === 'string' && code.test(value),
        defaultMessage: () => `must be ${min} to ${max} letters, digits, hyphens or underscores`,
      },
    }),
  );
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** A moment as ISO 8601 with its offset from UTC, in years that both databases can hold. */
export function Moment() {
  return applyDecorators(
    ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: '2026-11-02T09:30:00Z' }),
    ValidateBy({
      name: 'moment',
      validator: {
        validate: (value) =>
          typeof value === 'string' && MOMENT.test(value) && value >= '1971' && isFinite(Date.parse(value)),
        defaultMessage: () => 'must be a time such as 2026-11-02T09:30:00Z',
      },
    }),
  );
}

/** In responses: the schema of OneOf without its check. */
export const EnumField = (words: readonly string[], enumName: string, nullable = false) =>
  ApiProperty({ enum: words as string[], enumName, nullable });

export const EnumListField = (words: readonly string[], enumName: string, nullable = false) =>
  ApiProperty({ enum: words as string[], enumName, isArray: true, nullable });

/** A variant's options: at most five names, each with a short value: `{"Size": "M"}`. */
export function OptionSet() {
  const { max, name, value } = LIMITS.options;
  return applyDecorators(
    ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { Size: 'M' } }),
    ValidateBy({
      name: 'optionSet',
      validator: {
        validate: (options) =>
          isRecord(options) &&
          Object.keys(options).length <= max &&
          Object.entries(options).every(([key, text]) => isWord(key, name) && isWord(text, value)),
        defaultMessage: () =>
          `must be an object of at most ${max} options such as {"Size": "M"}; names up to ${name}, values up to ${value} characters`,
      },
    }),
  );
}

export const isWord = (text: unknown, max: number) =>
  typeof text === 'string' &&
  text.trim() !== '' &&
  text.length <= max &&
  !CONTROL_OR_BREAK.test(text) &&
  text !== '__proto__';

/** A list with a highest length. */
export function ListOf(max: number) {
  return applyDecorators(
    IsArray({ message: 'must be a list' }),
    ValidateBy({
      name: 'listOf',
      validator: {
        validate: (value) => !Array.isArray(value) || value.length <= max,
        defaultMessage: () => `must have at most ${max} entries`,
      },
    }),
  );
}
