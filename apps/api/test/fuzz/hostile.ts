import fc from 'fast-check';

/** What parsers, validators and databases stumble over. Sent as JSON, so no more than JSON can say. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    'NaN',
    'Infinity',
    '-0',
    '1e309',
    '0x10',
    '__proto__',
    'constructor',
    "'; DROP TABLE users; --",
    '%00',
    '../../etc/passwd',
    '${7*7}',
    '\u0000',
    '\ud800',
    'a\udc00b',
    '\u202egnp.exe',
    '\uffff',
    '2026-02-30T99:99:99Z',
  ),
  fc.constantFrom<unknown>(0, -1, 0.1, 1e21, -1e308, 5e-324, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER),
  fc.constantFrom(40, 300, 5000, 90_000).map((length) => 'x'.repeat(length)),
  fc.constantFrom(10, 40, 3000).map((depth) => nested(depth)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.oneof(fc.integer(), fc.string({ maxLength: 5 })), { maxLength: 5 }),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'length', ''), fc.integer()),
  fc.jsonValue({ maxDepth: 3 }),
);

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
}
