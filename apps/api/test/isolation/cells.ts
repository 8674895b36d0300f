import { pathWith } from './operations';
import { isInScope, type Asker, type Classified, type Thing, type Verdict } from './rules';
import type { Role, World } from './world';

/** Who sends a request, with what. */
export interface Caller {
  name: string;
  role: Role | null;
  asker: Asker | null;
  /** Sends credentials that are worth nothing. */
  broken: boolean;
}

/** `elsewhere`: the address is another one now, so that nothing may be found and nothing done. */
type Expected = Verdict | 'elsewhere';

export interface Cell {
  caller: Caller;
  thing: Thing;
  /** With 404: the kind of what is not there. All of a kind must be missed in the same words. */
  absent: string | null;
  form: string;
  method: string;
  url: string;
  expected: Expected;
}

/** Ways to write one address: [name, address, whether it is still the same one]. */
const FORMS: [string, (url: string) => string, boolean][] = [
  ['plain', (url) => url, true],
  ['trailing slash', (url) => `${url}/`, true],
  ['double slash', (url) => url.replace('/api/', '/api//'), false],
  ['double slash inside', (url) => url.replace(/\/(?=[^/]+$)/, '//'), false],
  ['%2f', (url) => url.replace(/\/(?=[^/]+$)/, '%2f'), false],
  ['upper case', (url) => url.toUpperCase(), false],
];

interface Target {
  thing: Thing;
  params: Record<string, number | string>;
  childBelongs: boolean;
}

/**
 * Every cell of one operation. Credentials that are worth nothing are so before anybody looks what they are shown for, so
 * all of them meet every operation, but only at one thing, and its odd addresses are shown by one of them: by another for
 * each operation.
 * @param nth of the operation
 */
export function cellsOf(world: World, classified: Classified, callers: Caller[], nth: number): Cell[] {
  const targets = targetsOf(world, classified);
  const broken = callers.filter((caller) => caller.broken);
  const turn = broken[nth % broken.length];
  return callers.flatMap((caller) =>
    (caller.broken && classified.kind !== 'sign-in' ? targets.slice(0, 1) : targets).flatMap(
      (target, index) =>
        formsFor(caller === turn || !caller.broken, index === 0).flatMap(([form, write, isSame]) => {
          const { operation } = classified;
          const url = write(pathWith(operation, target.params));
          const judged = isSame ? verdict(classified, caller, target) : ELSEWHERE;
          const cell = { caller, thing: target.thing, form, url, method: operation.method, ...judged };
          return operation.method === 'GET' && form === 'plain'
            ? [cell, { ...cell, form: 'HEAD', method: 'HEAD' }]
            : [cell];
        }),
    ),
  );
}

const formsFor = (all: boolean, isFirst: boolean) =>
  FORMS.filter(([form, , isSame]) => form === 'plain' || (all && (isSame || isFirst)));

function targetsOf(world: World, { operation, kind, child }: Classified): Target[] {
  const [first, second] = operation.pathParams;
  if (!first) {
    const thing = { ...world.missing, label: 'nothing', seenBy: 'everyone' as const };
    return [{ thing, params: {}, childBelongs: true }];
  }
  return world.of(kind).flatMap((thing): Target[] => {
    const parent = { [first]: thing.id };
    if (!second || !child) return [{ thing, params: parent, childBelongs: true }];
    const own = thing.children?.[child] ?? world.missing.id;
    const sibling = world.of(kind).find(({ id }) => id !== thing.id)?.children?.[child] ?? own;
    const foreign = world.of(`foreign ${child}`)[0]?.id ?? world.missing.id;
    return [own, sibling, foreign, world.missing.id].map((id) => ({
      thing,
      params: { ...parent, [second]: id },
      childBelongs: id === thing.children?.[child],
    }));
  });
}

interface Judged {
  expected: Expected;
  absent: string | null;
}

const ELSEWHERE: Judged = { expected: 'elsewhere', absent: null };

function verdict(classified: Classified, caller: Caller, { thing, childBelongs }: Target): Judged {
  const { operation, rule, kind, child } = classified;
  // signing in is deaf to credentials: an expired token must not keep anybody from a new one
  if (kind !== 'sign-in') {
    if (caller.broken) return { expected: 401, absent: null };
    if (caller.asker && !isInScope(caller.asker, operation)) return { expected: 403, absent: null };
  }
  const expected = rule(caller.asker, thing);
  if (expected === 'allowed' && !childBelongs) return { expected: 404, absent: child };
  return { expected, absent: expected === 404 ? kind : null };
}
