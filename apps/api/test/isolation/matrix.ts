import { injectEndless } from '../endless';
import { brokenCredentials, signInAgain } from './callers';
import { cellsOf, type Caller, type Cell } from './cells';
import { problemOf, refusalOf, type Response } from './judge';
import { recipeOf, type Recipe } from './requests';
import type { Classified, Thing } from './rules';
import { World, type Role } from './world';

/** Operations that take more away come later, so that there is something left to refuse. */
const ORDER = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'];

/** Asks for everything as everybody, and holds the answers against the rules. */
export class Matrix {
  private readonly problems: string[] = [];
  private cells = 0;

  private constructor(
    private readonly world: World,
    private readonly callers: Caller[],
    /** Caller → Authorization header. */
    private readonly credentials: Record<string, string>,
  ) {}

  static async over(world: World): Promise<Matrix> {
    const { test } = world;
    const broken = await brokenCredentials(test, world.people.vendor);
    const roles = Object.keys(world.people) as Role[];
    const callers: Caller[] = [
      { name: 'anonymous', role: null, asker: null, broken: false },
      ...roles.map((role) => ({ name: role, role, asker: world.asker(role), broken: false })),
      ...Object.keys(broken).map((name) => ({ name, role: null, asker: null, broken: true })),
    ];
    const keys: Record<string, string> = {};
    for (const scopes of [['read'], ['reviews'], ['read', 'products']]) {
      const name = `API key of the vendor to ${scopes.join(' and ')}`;
      callers.push({ name, role: 'vendor', asker: { ...world.asker('vendor'), scopes }, broken: false });
      keys[name] = `Bearer ${await world.apiKey('vendor', scopes)}`;
    }
    // sessions of their own: some operations end them, and the world goes on with its
    const bearers: [Role, string][] = [];
    for (const role of roles) bearers.push([role, await signInAgain(test, world.people[role])]);
    return new Matrix(world, callers, { ...Object.fromEntries(bearers), ...keys, ...broken });
  }

  async run(operations: Classified[]): Promise<{ cells: number; problems: string[] }> {
    const depth = ({ operation }: Classified) => operation.pathParams.length;
    const inOrder = [...operations].sort(
      (a, b) => ORDER.indexOf(a.operation.method) - ORDER.indexOf(b.operation.method) || depth(b) - depth(a),
    );
    for (const [nth, classified] of inOrder.entries()) await this.judge(classified, nth);
    return { cells: this.cells, problems: this.problems };
  }

  private async judge(classified: Classified, nth: number): Promise<void> {
    const { operation } = classified;
    const recipe = recipeOf(operation);
    const cells = cellsOf(this.world, classified, this.callers, nth);
    this.cells += cells.length;
    await this.refuse(
      classified,
      recipe,
      cells.filter(({ expected }) => expected !== 'allowed'),
    );
    const statuses: number[] = [];
    for (const cell of cells.filter(({ expected }) => expected === 'allowed')) {
      statuses.push(await this.allow(classified, recipe, cell));
    }
    if (!recipe.invalid && !statuses.some((status) => status < 300))
      this.problems.push(`${operation.name} never succeeded (${[...new Set(statuses)].join(', ')})`);
  }

  /** None of them changes a single row, and what is hidden is refused exactly like what is missing. */
  private async refuse(classified: Classified, recipe: Recipe, cells: Cell[]): Promise<void> {
    const { name } = classified.operation;
    const before = await this.world.contents.digest();
    const refusals = new Map<string, string>();
    for (const cell of cells) {
      const response = await this.send(classified, cell, recipe);
      this.note(classified, cell, response);
      if (cell.absent === null || cell.method === 'HEAD') continue;
      const kind = `${cell.caller.name} misses ${cell.absent}`;
      const words = refusals.get(kind) ?? refusalOf(response);
      refusals.set(kind, words);
      if (words !== refusalOf(response))
        this.problems.push(`${name}: ${kind} in other words: ${words} / ${refusalOf(response)}`);
    }
    const after = await this.world.contents.digest();
    const changed = after.filter((line, index) => line !== before[index]);
    if (changed.length > 0) this.problems.push(`${name}: refused, and yet changed ${changed.join('; ')}`);
  }

  private async allow(classified: Classified, recipe: Recipe, cell: Cell): Promise<number> {
    const { role } = cell.caller;
    const own = recipe.usesUp && role ? await this.ofTheirOwn(classified, cell, role) : cell;
    const response = await this.send(classified, own, recipe);
    this.note(classified, cell, response);
    if (recipe.endsSession && role)
      this.credentials[role] = await signInAgain(this.world.test, this.world.people[role]);
    return response.statusCode;
  }

  private async ofTheirOwn({ kind, child }: Classified, cell: Cell, role: Role): Promise<Cell> {
    const thing = await this.world.another(kind, cell.thing, role);
    const ids = [thing.id, ...(child ? [thing.children?.[child]] : [])];
    const url = cell.url.replace(/\d+(?=\/|$)/g, () => String(ids.shift()));
    return { ...cell, thing, url };
  }

  private async send(
    { operation }: Classified,
    { caller, method, url, thing }: Cell,
    recipe: Recipe,
  ): Promise<Response> {
    const authorization = this.credentials[caller.name];
    const { payload, contentType } = this.payload(recipe, thing, caller.role);
    const headers = {
      ...(authorization ? { authorization } : {}),
      ...(contentType ? { 'content-type': contentType } : {}),
    };
    const { query } = recipe;
    const { app } = this.world.test;
    const request = { method: method as 'GET', url, query, headers, payload };
    return operation.isEndless ? injectEndless(app, request) : app.inject(request);
  }

  private payload({ body, file }: Recipe, thing: Thing, role: Role | null) {
    if (body)
      return { payload: JSON.stringify(body(this.world, thing, role)), contentType: 'application/json' };
    if (!file) return {};
    const head = `--souk\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), file.bytes, Buffer.from('\r\n--souk--\r\n')]);
    return { payload, contentType: 'multipart/form-data; boundary=souk' };
  }

  private note({ operation }: Classified, cell: Cell, response: Response): void {
    const { caller, thing, form } = cell;
    const where = `${operation.name} (${form}) of ${thing.label} as ${caller.name}`;
    const problem = problemOf(cell, response);
    if (problem) this.problems.push(`${where}: ${problem}`);
    for (const [secret, readers] of this.world.secrets) {
      if (response.payload.includes(secret) && !readers.includes(caller.role ?? ''))
        this.problems.push(`${where}: told "${secret}"`);
    }
  }
}
