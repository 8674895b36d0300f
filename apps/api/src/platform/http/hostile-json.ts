import { ValidationFailed } from './errors';

/** No request of ours nests deeper than a list in an object in an object. */
const DEEPEST = 32;
/** Nor has an object of ours more than a few dozen fields. */
const MOST_FIELDS = 200;
/** The longest list of ours has 250 entries; what is somewhat longer is told by how much. */
const MOST_ENTRIES = 500;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Refuses what validators and libraries behind them stumble over: nesting that exhausts the stack, floods of fields and entries, each
 * of which would be judged and named, text that is no Unicode, and names that every object has already. Iterative, because the input decides how deep it is.
 * @throws ValidationFailed
 */
export function refuseHostileJson(body: unknown): void {
  if (typeof body !== 'object' || Array.isArray(body))
    throw new ValidationFailed({ body: ['must be a JSON object'] });
  const left: [unknown, number][] = [[body, 0]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [value, depth] = next;
    if (typeof value === 'string') refuseIllFormed(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST) throw new ValidationFailed({ body: [`must not be nested deeper than ${DEEPEST}`] });
    refuseInheritedNames(value);
    const members = Object.entries(value);
    if (Array.isArray(value) && members.length > MOST_ENTRIES)
      throw new ValidationFailed({ body: [`must not hold lists of more than ${MOST_ENTRIES} entries`] });
    if (!Array.isArray(value) && members.length > MOST_FIELDS)
      throw new ValidationFailed({ body: [`must not hold objects of more than ${MOST_FIELDS} fields`] });
    for (const [key, member] of members) {
      refuseIllFormed(key);
      left.push([member, depth + 1]);
    }
  }
}

/** `constructor`, `toString` and their like would pass for known fields. */
export function refuseInheritedNames(value: object): void {
  const inherited = Object.getOwnPropertyNames(value).filter((name) => name in Object.prototype);
  if (inherited.length === 0) return;
  throw new ValidationFailed(
    Object.fromEntries(inherited.map((name) => [`"${name}"`, ['is not a field of this request']])),
  );
}

function refuseIllFormed(text: string): void {
  if (LONE_SURROGATE.test(text)) throw new ValidationFailed({ body: ['must be well-formed Unicode text'] });
}
