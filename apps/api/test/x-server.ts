import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Tweet {
  id: string;
  text: string;
  /** Ids of `uploads`. */
  media: string[];
}

export interface XServer {
  /** What makes the API use it. */
  settings: Record<string, string>;
  tweets: Tweet[];
  /** Bytes by id. */
  uploads: Map<string, Buffer>;
  /** `POST /2/tweets`. */
  requests: string[];
  /** The next attempts to post are taken, and neither answered nor, unless `heeded`, acted upon. */
  fallSilent(heeded?: boolean): void;
  /** Called when the next post is made, before that is answered. */
  whenPosted(look: () => Promise<void>): void;
  /** The next attempts to post are refused until then (seconds since 1970). */
  limitUntil(reset: number): void;
  /** As if the credentials were withdrawn. */
  lockOut(): void;
  /** The next attempts to post are refused for good. */
  forbid(detail: string): void;
  behave(): void;
  close(): Promise<void>;
}

const SECRETS = { app: 'loopback-app-secret', access: 'loopback-access-secret' };
const USER = '1790';

interface Reply {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Of a form or JSON. */
  fields: Record<string, string>;
  json: { text?: string; media?: { media_ids: string[] } };
  media: Buffer;
}

/** As much of X's API, v2 and v1.1, on loopback as it takes to post, to look and to delete. */
export async function startXServer(): Promise<XServer> {
  const tweets: Tweet[] = [];
  const uploads = new Map<string, Buffer>();
  const requests: string[] = [];
  let serial = 1790000000000000000n;
  let mood: 'good' | 'silent' | 'heeding' | Reply = 'good';
  let onPost: (() => Promise<void>) | undefined;
  const newId = () => String((serial += 1n));

  const tweet = (text: string, media: string[]): Reply => {
    if (tweets.some((known) => known.text === text))
      return forbidden('You are not allowed to create a Tweet with duplicate content.');
    const id = newId();
    tweets.push({ id, text, media });
    return { status: 201, body: { id_str: id, text, data: { id, text } } };
  };
  const remove = (id: string): Reply => {
    const at = tweets.findIndex((known) => known.id === id);
    if (at < 0) return { status: 404, body: { title: 'Not Found', detail: 'No such post.' } };
    tweets.splice(at, 1);
    return { status: 200, body: { data: { deleted: true }, id_str: id } };
  };
  const begin = (): Reply => {
    const id = newId();
    uploads.set(id, Buffer.alloc(0));
    return { status: 200, body: { data: { id }, media_id_string: id } };
  };
  const append = (id: string, bytes: Buffer): Reply => {
    uploads.set(id, Buffer.concat([uploads.get(id) ?? Buffer.alloc(0), bytes]));
    return { status: 200, body: { data: { expires_at: 0 } } };
  };
  const timeline = () =>
    tweets
      .map((each) => ({
        ...{ ...each, text: shown(each), full_text: shown(each), id_str: each.id },
        created_at: new Date().toUTCString(),
      }))
      .reverse();

  const handle = ({ method, path, fields, json, media }: Asked): Reply => {
    const is = (verb: string, pattern: RegExp) => (method === verb ? pattern.exec(path) : null);
    const ended = (id: string): Reply => ({ status: 200, body: { data: { id }, media_id_string: id } });
    let found: RegExpExecArray | null;
    if (is('POST', /^\/2\/tweets$/)) return tweet(json.text ?? '', json.media?.media_ids ?? []);
    if ((found = is('DELETE', /^\/2\/tweets\/(\d+)$/))) return remove(found[1] ?? '');
    if (is('GET', new RegExp(`^/2/users/${USER}/tweets$`)))
      return { status: 200, body: { data: timeline(), meta: { result_count: tweets.length } } };
    if (is('GET', /^\/1\.1\/statuses\/user_timeline\.json$/)) return { status: 200, body: timeline() };
    if (is('POST', /^\/2\/media\/upload\/initialize$/)) return begin();
    if ((found = is('POST', /^\/2\/media\/upload\/(\d+)\/append$/))) return append(found[1] ?? '', media);
    if ((found = is('POST', /^\/2\/media\/upload\/(\d+)\/finalize$/))) return ended(found[1] ?? '');
    if (is('POST', /^\/1\.1\/statuses\/update\.json$/))
      return tweet(fields.status ?? '', fields.media_ids ? fields.media_ids.split(',') : []);
    if ((found = is('POST', /^\/1\.1\/statuses\/destroy\/(\d+)\.json$/))) return remove(found[1] ?? '');
    if (is('POST', /^\/1\.1\/media\/upload\.json$/)) {
      if (fields.command === 'INIT') return begin();
      if (fields.command === 'APPEND') return append(fields.media_id ?? '', media);
      return ended(fields.media_id ?? '');
    }
    return { status: 404, body: { title: 'Not Found', detail: `Nothing at ${method} ${path}.` } };
  };

  const isPosting = ({ method, path }: Asked) =>
    method === 'POST' && /^\/2\/tweets$|^\/1\.1\/statuses\/update/.test(path);
  const server = createServer((request, response) => {
    void readRequest(request).then(async (asked) => {
      requests.push(`${asked.method} ${asked.path}`);
      if (!isSigned(request, asked, origin())) return answer(response, unauthorized);
      if (mood === 'silent') return;
      if (isPosting(asked) && typeof mood === 'object') return answer(response, mood);
      const reply = handle(asked);
      if (mood === 'heeding' && isPosting(asked)) return;
      if (isPosting(asked)) await onPost?.();
      answer(response, reply);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    settings: {
      ...{ SOCIAL: 'x', X_API_BASE: origin(), X_APP_KEY: 'loopback-app', X_APP_SECRET: SECRETS.app },
      SOCIAL_PICTURE_SECONDS: '0',
      ...{ X_ACCESS_TOKEN: `${USER}-loopback`, X_ACCESS_SECRET: SECRETS.access },
    },
    ...{ tweets, uploads, requests },
    fallSilent: (heeded = false) => (mood = heeded ? 'heeding' : 'silent'),
    limitUntil: (reset) => {
      const headers = {
        'x-rate-limit-limit': '17',
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': `${reset}`,
      };
      mood = { status: 429, body: { title: 'Too Many Requests', detail: 'Too Many Requests' }, headers };
    },
    lockOut: () => (mood = unauthorized),
    forbid: (detail) => (mood = forbidden(detail)),
    whenPosted: (look) => {
      onPost = () => {
        onPost = undefined;
        return look();
      };
    },
    behave: () => (mood = 'good'),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const unauthorized: Reply = { status: 401, body: { title: 'Unauthorized', detail: 'Unauthorized' } };
const forbidden = (detail: string): Reply => ({
  status: 403,
  body: { title: 'Forbidden', detail, type: 'about:blank', status: 403 },
});

/** X shortens links, adds one for a picture, and escapes. */
function shown({ text, media }: Tweet): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const short = escaped.replace(/https?:\/\/\S+/g, 'https://t.co/a1B2c3D4e5');
  return media.length > 0 ? `${short} https://t.co/f6G7h8I9j0` : short;
}

async function readRequest(request: IncomingMessage): Promise<Asked> {
  const { pathname: path, searchParams: query } = new URL(request.url ?? '', 'http://x');
  const bytes = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  const asked: Asked = {
    method: request.method ?? '',
    path,
    query,
    fields: {},
    json: {},
    media: Buffer.alloc(0),
  };
  if (type.includes('json') && bytes.length > 0) asked.json = JSON.parse(bytes.toString()) as Asked['json'];
  if (type.includes('urlencoded')) asked.fields = Object.fromEntries(new URLSearchParams(bytes.toString()));
  const boundary = /boundary=(.+)$/.exec(type)?.[1];
  if (boundary) {
    for (const part of bytes.toString('latin1').split(`--${boundary}`)) {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const name = /name="(\w+)"/.exec(head)?.[1];
      const value = rest.join('\r\n\r\n').replace(/\r\n$/, '');
      if (name === 'media') asked.media = Buffer.from(value, 'latin1');
      else if (name) asked.fields[name] = value;
    }
  }
  return asked;
}

/** OAuth 1.0a (RFC 5849), HMAC-SHA1. */
function isSigned(request: IncomingMessage, { method, path, query, fields }: Asked, origin: string): boolean {
  const header = request.headers.authorization ?? '';
  const oauth = [...header.matchAll(/(oauth_\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    decodeURIComponent(value),
  ]);
  const signature = oauth.find(([name]) => name === 'oauth_signature')?.[1];
  const isForm = request.headers['content-type']?.includes('urlencoded');
  const signed = [
    ...oauth.filter(([name]) => name !== 'oauth_signature'),
    ...query,
    ...(isForm ? Object.entries(fields) : []),
  ].map(([name = '', value = '']) => `${percent(name)}=${percent(value)}`);
  const base = [method, origin + path, signed.toSorted().join('&')].map(percent).join('&');
  const key = `${percent(SECRETS.app)}&${percent(SECRETS.access)}`;
  return createHmac('sha1', key).update(base).digest('base64') === signature;
}

const percent = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

function answer(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
