import { Injectable, ValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { LIMITS } from '@souk/contracts';
import { ValidationFailed, type FieldProblems } from './errors';

/** Leaves path parameters as they were sent: `Number("1e3")` is no id, which IdPipe knows. */
class RequestPipe extends ValidationPipe {
  protected override transformPrimitive(value: unknown): unknown {
    return value;
  }
}

export const validationPipe = () =>
  new RequestPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => new ValidationFailed(fieldProblems(errors)),
  });

/** A row of many, judged by itself. @throws ValidationFailed */
export const checked = <T extends object>(metatype: new () => T, row: object): Promise<T> =>
  validationPipe().transform(row, { type: 'body', metatype }) as Promise<T>;

function fieldProblems(errors: ValidationError[], path = ''): FieldProblems {
  const problems: FieldProblems = {};
  for (const error of errors) {
    const field = `${path}${error.property}`;
    const reasons = broken(error).map(([rule, message]) => reason(rule, message, error.property));
    if (reasons.length > 0) problems[field] = reasons;
    Object.assign(problems, fieldProblems(error.children ?? [], `${field}.`));
  }
  return problems;
}

/** Of what is no list nothing is said of its entries. */
function broken({ constraints = {}, value }: ValidationError): [rule: string, message: string][] {
  const all = Object.entries(constraints);
  const isList = all.find(([rule]) => rule === 'isArray');
  if (!isList) return all;
  return value === undefined ? [['isArray', 'is missing; it must be a list']] : [isList];
}

function reason(rule: string, message: string, property: string): string {
  if (rule === 'whitelistValidation') return 'is not a field of this request';
  if (rule === 'nestedValidation') return 'must be an object with the documented fields';
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}

/** An id from the path: 1 to 2,147,483,647. */
export function parseId(value: unknown, name = 'id'): number {
  const text = String(value);
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) <= LIMITS.id) return Number(text);
  throw new ValidationFailed({ [name]: ['must be a positive whole number'] });
}

@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  transform(value: string, { data }: ArgumentMetadata): number {
    return parseId(value, data);
  }
}
