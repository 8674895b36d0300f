/**
 * What an answer shows, and what a change touches: rows of a kind. `any product` changes with every product, `product 5`
 * with that one, `every product` when many have changed, or it is not known which.
 */
export type Topic = `${'any' | 'every'} ${string}` | `${string} ${number}`;

export const any = (kind: string): Topic => `any ${kind}`;

export const the = (kind: string, id: number): Topic => `${kind} ${id}`;

const every = (kind: string): Topic => `every ${kind}`;

/** What shows one row is old when that row has changed, or perhaps has. */
export const one = (kind: string, id: number): Topic[] => [the(kind, id), every(kind)];

/** @param id null when it is not known which row has changed */
export const changed = (kind: string, id: number | null): Topic[] => [
  any(kind),
  id === null ? every(kind) : the(kind, id),
];

/** @returns the id null where the topic is of no row in particular */
export function partsOf(topic: Topic): { kind: string; id: number | null } {
  const [, kind = topic, id] = /^(?:any |every )?(.*?)(?: (\d+))?$/.exec(topic) ?? [];
  return { kind, id: id === undefined ? null : Number(id) };
}

/** The same in few words: "every" of their kinds. */
export function summed(topics: readonly Topic[]): Topic[] {
  const kinds = new Set(topics.map((topic) => partsOf(topic).kind));
  return [...kinds].flatMap((kind) => [any(kind), every(kind)]);
}
