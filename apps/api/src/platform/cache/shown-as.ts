import type { ObjectLiteral } from 'typeorm';

const SHOWN_AS = Symbol('shown as');

export interface ShownAs {
  kind: string;
  /** Of the row that answers show: a variant's is its product's. Undefined where it is not known. */
  idOf: (row: ObjectLiteral) => number | undefined;
  /** A new row of some kinds is in no answer yet. */
  unlessNew: boolean;
}

/** On an entity that public answers show: they are made anew when a row of it has changed. */
export const ShownAs =
  <T extends object>(
    kind: string,
    idOf: (row: Partial<T>) => number | undefined,
    { unlessNew = false } = {},
  ): ((entity: new () => T) => void) =>
  (entity) => {
    const shown: ShownAs = { kind, idOf: idOf as ShownAs['idOf'], unlessNew };
    Reflect.defineMetadata(SHOWN_AS, shown, entity);
  };

export const shownAs = (entity: unknown): ShownAs | undefined =>
  typeof entity === 'function' ? (Reflect.getMetadata(SHOWN_AS, entity) as ShownAs | undefined) : undefined;
