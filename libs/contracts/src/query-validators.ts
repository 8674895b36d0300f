import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, Max, Min, ValidateBy } from 'class-validator';
import { LIMITS } from './limits';
import { readOption, splitOptions } from './option-filter';
import { Count, EnumListField, ListOf, isWord } from './validators';

const toNumber = (value: unknown) =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;

/** A whole number in the query string. */
export function QueryCount(min: number, max: number) {
  return applyDecorators(
    Type(() => String),
    Transform(({ value }) => toNumber(value)),
    Count(min, max),
  );
}

export const QueryId = () => QueryCount(1, LIMITS.id);

/** `true` or `false` in the query string. */
export function QueryFlag() {
  return applyDecorators(
    Type(() => String),
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean({ message: 'must be true or false' }),
  );
}

const isDay = (value: unknown) =>
  typeof value === 'string' &&
  /^20\d\d-\d\d-\d\d$/.test(value) &&
  new Date(value).toJSON()?.slice(0, 10) === value;

/** A day of this century in the query string. */
export function QueryDay() {
  return applyDecorators(
    Type(() => String),
    ValidateBy({
      name: 'queryDay',
      validator: { validate: isDay, defaultMessage: () => 'must be a day such as 2026-11-02' },
    }),
  );
}

/** Several values in the query string: the parameter repeated, or values between commas. `split` divides one text. */
export function QueryList(split: (text: string) => unknown[]) {
  return applyDecorators(
    Type(() => String),
    Transform(({ value }: { value: unknown }) =>
      [value].flat().flatMap((each) => (typeof each === 'string' ? split(each) : each)),
    ),
    ListOf(LIMITS.filterValues.max),
  );
}

/** Some ids in the query string: `?store=3&store=5` or `?store=3,5`. */
export function QueryIds() {
  return applyDecorators(
    QueryList((text) => text.split(',').map(toNumber)),
    IsInt({ each: true, message: 'must be a whole number' }),
    Min(1, { each: true, message: 'must be at least 1' }),
    Max(LIMITS.id, { each: true, message: `must be at most ${LIMITS.id}` }),
  );
}

/** Some of a list of words in the query string, as ids are. */
export function QueryWords(words: readonly string[], enumName: string) {
  return applyDecorators(
    EnumListField(words, enumName),
    QueryList((text) => text.split(',')),
    ValidateBy({
      name: 'queryWords',
      validator: {
        validate: (some: unknown) =>
          Array.isArray(some) && some.every((word) => typeof word === 'string' && words.includes(word)),
        defaultMessage: () => `must be some of ${words.join(', ')}`,
      },
    }),
  );
}

/** Options of products in the query string, each as `Name:value`. */
export function QueryOptions() {
  const { name, value } = LIMITS.options;
  return applyDecorators(
    QueryList(splitOptions),
    ValidateBy({
      name: 'queryOptions',
      validator: {
        validate: (options: unknown) =>
          Array.isArray(options) &&
          options.every((text) => {
            const option = typeof text === 'string' ? readOption(text) : undefined;
            return option && isWord(option.name, name) && isWord(option.value, value);
          }),
        defaultMessage: () => 'must be a name and a value such as Size:M',
      },
    }),
  );
}
