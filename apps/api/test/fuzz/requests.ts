import fc from 'fast-check';
import { pathWith, type Operation, type Schema } from '../isolation/operations';
import { valueOf, type Schemas } from './from-schema';

export interface FuzzedRequest {
  url: string;
  contentType: string | null;
  payload: string | undefined;
}

/** Ids that are there, ids that are not, and what is no id at all. */
const id = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0', '-1', '2147483647', '2147483648', '9'.repeat(30), '1e3', '%00', 'NaN'),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 20 }).map(encoded) },
);

/** Requests to one operation, about as the document describes them. */
export function requestsTo(operation: Operation, schemas: Schemas): fc.Arbitrary<FuzzedRequest> {
  const params = fc.record(Object.fromEntries(operation.pathParams.map((name) => [name, id])));
  return fc
    .tuple(params, queryOf(operation, schemas), bodyOf(operation.body, schemas))
    .map(([path, query, body]) => ({ url: pathWith(operation, path) + query, ...body }));
}

function queryOf({ queryParams }: Operation, schemas: Schemas): fc.Arbitrary<string> {
  const values = new Map(queryParams.map(({ name, schema }) => [name, valueOf(schema, schemas)]));
  // a few at a time: one that is wrong hides what the others would do
  const known = fc
    .subarray([...values.keys()], { maxLength: Math.min(3, values.size) })
    .chain((some) =>
      fc.record(
        Object.fromEntries(some.map((name) => [name, values.get(name)])) as Record<
          string,
          fc.Arbitrary<unknown>
        >,
      ),
    );
  return fc.oneof(
    { weight: 8, arbitrary: known.map(written) },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }).map((text) => `?${encoded(text)}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '?limit[]=1&limit[]=2',
        '?a=1&a=2',
        '?__proto__[x]=1',
        '?cursor=e30',
        '?&&=',
        '?%ff',
      ),
    },
  );
}

function written(query: Record<string, unknown>): string {
  const pairs = Object.entries(query)
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
    // longer addresses are refused before anything reads them
    .map(([name, value]) => `${name}=${encoded(String(value).slice(0, 2000))}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function bodyOf(
  body: { mediaType: string; schema: Schema } | null,
  schemas: Schemas,
): fc.Arbitrary<Omit<FuzzedRequest, 'url'>> {
  if (!body) return fc.constant({ contentType: null, payload: undefined });
  if (body.mediaType !== 'application/json') return formOf();
  const json = valueOf(body.schema, schemas).map((value) => ({
    contentType: 'application/json',
    payload: JSON.stringify(value) ?? '',
  }));
  const broken = json.chain(({ contentType, payload }) =>
    fc.nat(Math.min(payload.length, 60)).map((end) => ({ contentType, payload: payload.slice(0, end) })),
  );
  return fc.oneof({ weight: 20, arbitrary: json }, { weight: 1, arbitrary: broken });
}

const part = (name: string, file: string, content: string) =>
  `--souk\r\ncontent-disposition: form-data; name="${name}"${file && `; filename="${file}"`}\r\n\r\n${content}\r\n`;

/** Forms with files that are no pictures and no tables, or nearly. */
function formOf(): fc.Arbitrary<Omit<FuzzedRequest, 'url'>> {
  const content = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '\u0089PNG\r\n\u001a\n',
      'GIF89a',
      '<svg onload="x"/>',
      'Handle,Title\n"',
      'Handle,Title\na,b\n',
    ),
  );
  const name = fc.constantFrom('file', 'file', 'file', 'alt', 'dryRun', '__proto__', '');
  const file = fc.constantFrom('a.png', '../../a.csv', 'a\u0000.csv', '');
  return fc
    .tuple(fc.array(fc.tuple(name, file, content), { maxLength: 3 }), fc.boolean())
    .map(([parts, isClosed]) => ({
      contentType: 'multipart/form-data; boundary=souk',
      payload: parts.map((fields) => part(...fields)).join('') + (isClosed ? '--souk--\r\n' : ''),
    }));
}

/** `encodeURIComponent` throws at half a character. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
