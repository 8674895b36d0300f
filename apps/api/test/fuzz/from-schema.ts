import fc from 'fast-check';
import type { Schema } from '../isolation/operations';
import { hostile } from './hostile';

/** Everybody's in the cast, so that what asks for it goes on. */
const PASSWORD = 'correct horse battery';

export type Schemas = Record<string, Schema>;

/** Values that the schema describes, more or less: each member may be hostile instead, or one in a list. */
export function valueOf(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  const right = fitting(schema, schemas);
  const list = right.map((value) => [value]);
  return fc.oneof(
    { weight: 20, arbitrary: right },
    { weight: 3, arbitrary: hostile },
    { weight: 1, arbitrary: list },
  );
}

/** The example now and then: most others get no further than validation. */
function fitting(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  const described = asDescribed(schema, schemas);
  return schema.example === undefined ? described : fc.oneof(fc.constant(schema.example), described);
}

function asDescribed(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  if (schema.$ref) return fitting(schemas[schema.$ref.split('/').pop() ?? ''] ?? {}, schemas);
  const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, schemas)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, schemas)));
}

function ofType(type: string, schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return objectOf(schema, schemas);
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, schemas), { maxLength: 4 });
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 2_147_483_648 }),
        fc.integer({ min: 0, max: 60 }),
        // what is there
        fc.integer({ min: 1, max: 6 }),
        fc.double(),
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return textOf(schema);
  }
}

/** Made once for each length: taking strings apart is most of what describing them costs. */
const texts = new Map<string, fc.Arbitrary<string>>();

function textOf({ format, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  const key = `${format === 'email'} ${minLength} ${maxLength}`;
  const known = texts.get(key);
  if (known) return known;
  const made = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: Math.min(minLength, 60), maxLength: Math.min(maxLength, 60) }),
    format === 'email' ? fc.emailAddress() : fc.constantFrom('jo@example.com', '12.50', 'shipped', PASSWORD),
    fc.stringMatching(/^[a-z]{3,12}$/),
  );
  texts.set(key, made);
  return made;
}

function objectOf(schema: Schema, schemas: Schemas): fc.Arbitrary<unknown> {
  const { properties, additionalProperties, required = [] } = schema;
  const fields = Object.entries(properties ?? {}).map(([name, field]) => [name, valueOf(field, schemas)]);
  const all = Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>;
  const optional = Object.keys(all).filter((name) => !required.includes(name));
  const pick = (names: string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, all[name]])) as typeof all);
  const known = fc.oneof(
    {
      weight: 4,
      // a few at a time: one that is wrong hides what the others would do
      arbitrary: fc
        .subarray(optional, { maxLength: Math.min(4, optional.length) })
        .chain((some) => pick([...required, ...some])),
    },
    { weight: 1, arbitrary: fc.record(all, { requiredKeys: [] }) },
  );
  if (properties && !additionalProperties) {
    // now and then one field more than there is
    return fc.oneof(
      { weight: 6, arbitrary: known },
      {
        weight: 1,
        arbitrary: fc
          .tuple(known, fc.constantFrom('id', 'isStaff', 'userId', '__proto__', 'price '), hostile)
          .map(([object, name, value]) => Object.fromEntries([...Object.entries(object), [name, value]])),
      },
    );
  }
  return fc.dictionary(fc.string({ maxLength: 12 }), hostile, { maxKeys: 6 });
}
