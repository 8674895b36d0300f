import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/config';
import { listPage, mailPage, type StoredMail } from './dev-mail-pages';
import { mailFolder } from './folder-mail';

const SHOWN = 200;
const NAME = /^[\w-]+$/;
/** A mail is a stranger's page: it runs nothing, and its links open elsewhere. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/**
 * `/dev/mail`: the mails that lie in the folder, for whoever develops on this machine. They open accounts, so it is
 * there only where nothing is sent, in development, and for nobody else.
 */
export function serveDevMail(
  fastify: FastifyInstance,
  config: Pick<Config, 'dataDir' | 'production' | 'smtpUrl'>,
): void {
  if (config.production || config.smtpUrl) return;
  const folder = mailFolder(config);
  const onRequest = refuseStrangers;
  fastify.get('/dev/mail', { onRequest }, async (_, reply) => answer(reply, listPage(await newest(folder))));
  fastify.get<Named>('/dev/mail/:name', { onRequest }, async ({ params: { name }, query }, reply) => {
    const mail = await read(folder, name);
    return mail ? answer(reply, mailPage(mail, query.width === '360' ? 360 : 600)) : reply.callNotFound();
  });
  fastify.get<Named>('/dev/mail/:name/html', { onRequest }, async ({ params: { name } }, reply) => {
    const html = await fileOf(folder, name, 'html');
    if (html === null) return reply.callNotFound();
    void reply.header('content-security-policy', MAIL_POLICY);
    return answer(reply, html.replace('<head>', '<head>\n<base target="_blank">'));
  });
}

interface Named {
  Params: { name: string };
  Querystring: { width?: string };
}

const answer = (reply: FastifyReply, html: string) =>
  reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);

/** Neither another machine, nor a proxy on this one, nor a name that somebody has made point here. */
function refuseStrangers(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { headers, socket } = request;
  const isProxied = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers);
  const isFromHere = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
  const isToHere = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(headers.host ?? '');
  if (isFromHere && isToHere && !isProxied) return done();
  reply.callNotFound();
}

async function newest(folder: string): Promise<StoredMail[]> {
  const files = await readdir(folder).catch(() => []);
  const names = files.filter((file) => file.endsWith('.txt')).map((file) => file.slice(0, -4));
  const latest = names.toSorted().toReversed().slice(0, SHOWN);
  const mails = await Promise.all(latest.map((name) => read(folder, name)));
  return mails.filter((mail) => mail !== null);
}

async function read(folder: string, name: string): Promise<StoredMail | null> {
  const content = await fileOf(folder, name, 'txt');
  if (content === null) return null;
  const end = content.indexOf('\n\n');
  const headers = content
    .slice(0, end)
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(': ');
      return { name: line.slice(0, colon), value: line.slice(colon + 2) };
    });
  return { name, headers, text: content.slice(end + 2) };
}

const fileOf = (folder: string, name: string, type: 'html' | 'txt'): Promise<string | null> =>
  NAME.test(name)
    ? readFile(join(folder, `${name}.${type}`), 'utf8').catch(() => null)
    : Promise.resolve(null);
