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

type Form = [name: string, write: (url: string) => string, isSame: boolean];

/** Ways to ask for one thing, the usual one first; with some it is another address, where nothing may be. */
const FORMS: Form[] = [
  ['plain', (url) => url, true],
  ['HEAD', (url) => url, true],
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
 * Every cell of one operation: each caller at each thing, and at one of them, another for each caller and operation, by
 * its odd addresses too. Credentials that are worth nothing are so before anybody looks what they are shown for, so all of
 * them meet every operation, but only at one thing, and its odd addresses are shown by one of them.
 * @param nth of the operation
 */
export function cellsOf(world: World, classified: Classified, callers: Caller[], nth: number): Cell[] {
  const targets = targetsOf(world, classified);
  const broken = callers.filter((caller) => caller.broken);
  const turn = broken[nth % broken.length];
  return callers.flatMap((caller, row) => {
    const isUnheard = caller.broken && classified.kind !== 'sign-in';
    return (isUnheard ? targets.slice(0, 1) : targets).flatMap((target, index, { length }) => {
      const isOdd = caller.broken ? caller === turn : index === (nth + row) % length;
      return (isOdd ? FORMS : FORMS.slice(0, 1)).flatMap((form) => cellOf(classified, caller, target, form));
    });
  });
}

/** None for a form that the operation has not. */
function cellOf(classified: Classified, caller: Caller, target: Target, [form, write, isSame]: Form): Cell[] {
  const { operation } = classified;
  const isHead = form === 'HEAD';
  if (isHead && operation.method !== 'GET') return [];
  const url = write(pathWith(operation, target.params));
  const judged = isSame ? verdict(classified, caller, target) : ELSEWHERE;
  const method = isHead ? 'HEAD' : operation.method;
  return [{ caller, thing: target.thing, form, url, method, ...judged }];
}

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
