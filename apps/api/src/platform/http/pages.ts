import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config/config';
import { NotFound } from './errors';
import type { PageHead, PageHeads } from './page-heads';

/** Every page of the SPA is index.html, for whoever would take one; those who ask for JSON first see errors. */
export function servePages(fastify: FastifyInstance, config: Config, heads: PageHeads): void {
  const html = readFileSync(join(config.webRoot, 'index.html'), 'utf8');
  fastify.get('/*', async (request, reply) => {
    const wanted = request.headers.accept ?? '*/*';
    const isPage = /text\/html|^\*\/\*/.test(wanted) && !/^\/(api|assets|media)(\/|$)/.test(request.url);
    if (!isPage) return reply.callNotFound();
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
    try {
      const { pathname, searchParams } = new URL(request.url, config.siteUrl);
      const head = await heads.of(pathname, searchParams);
      return head ? withHead(html, head, config.siteUrl) : html;
    } catch (error) {
      // the page itself says what is wrong, and offers to try again
      return error instanceof NotFound ? reply.code(404).send(withoutIndex(html)) : html;
    }
  });
}

const TITLE = /<title>.*?<\/title>/;
const DESCRIPTION = /<meta name="description"[^>]*>/;

function withHead(html: string, head: PageHead, site: string): string {
  const { title, description, canonical, data, picture, facts } = head;
  const url = new URL(canonical, site).href;
  const tags = [
    `<title>${escaped(`${title} · Souk`)}</title>`,
    tag('link', { rel: 'canonical', href: url }),
    tag('meta', { property: 'og:title', content: title }),
    tag('meta', { property: 'og:description', content: description }),
    tag('meta', { property: 'og:url', content: url }),
    data && tag('link', { rel: 'preload', as: 'fetch', href: data, crossorigin: 'anonymous' }),
    ...(picture
      ? [
          tag('link', { rel: 'preload', as: 'image', fetchpriority: 'high', ...preferred(picture) }),
          tag('meta', { property: 'og:image', content: new URL(picture.url, site).href }),
        ]
      : []),
    // no script that runs, so the content security policy lets it be
    facts && `<script type="application/ld+json">${inScript(facts)}</script>`,
  ];
  return html
    .replace(DESCRIPTION, () => tag('meta', { name: 'description', content: description }))
    .replace(TITLE, () => tags.filter(Boolean).join('\n    '));
}

/** Of all formats the one that nearly every browser will take; the others are left without, instead of with two. */
function preferred(picture: NonNullable<PageHead['picture']>): Record<string, string> {
  const {
    url,
    srcset,
    sizes,
    sources: [best],
  } = picture;
  return best
    ? { type: best.type, imagesrcset: best.srcset, imagesizes: sizes }
    : { href: url, imagesrcset: srcset, imagesizes: sizes };
}

const withoutIndex = (html: string) =>
  html.replace(TITLE, (title) => title + tag('meta', { name: 'robots', content: 'noindex' }));

const tag = (name: string, attributes: Record<string, string>) =>
  `<${name} ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${escaped(value)}"`)
    .join(' ')} />`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** Nothing in it ends the element that it stands in, or opens a comment. */
const inScript = (facts: object) => JSON.stringify(facts).replace(/</g, '\\u003c');
