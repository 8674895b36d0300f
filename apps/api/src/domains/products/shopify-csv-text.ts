import { LIMITS } from '@souk/contracts';
import { compile, type Formatter, type Node } from 'html-to-text';

/** Characters of HTML that are read: ten times what a description may have. */
export const HTML_MAX = 10 * LIMITS.productDescription.max;
/** What nests deeper is hostile. */
const DEPTH_MAX = 60;

const hasText = ({ data, children = [] }: Node, depth = 0): boolean =>
  /\S/.test(data ?? '') || (depth < DEPTH_MAX && children.some((child) => hasText(child, depth + 1)));

/** A table of facts reads as lines: "Weight: 334 g"; further cells follow after commas. */
const tableRow: Formatter = (row, walk, builder) => {
  const cells = (row.children ?? []).filter(({ name }) => name === 'td' || name === 'th');
  // the corner above a column of labels is empty
  const isLabelled = cells[0] !== undefined && hasText(cells[0]);
  builder.openBlock({ leadingLineBreaks: 1 });
  (isLabelled ? cells : cells.slice(1)).forEach((cell, index) => {
    if (index > 0) builder.addInline(index === 1 && isLabelled ? ': ' : ', ');
    walk(cell.children, builder);
  });
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: DEPTH_MAX },
  formatters: { tableRow },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'iframe', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '• ' } },
    { selector: 'hr', options: { length: 3 } },
    { selector: 'tr', format: 'tableRow' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const CHARACTERS = Object.fromEntries(
  Object.entries(ENTITIES).map(([character, entity]) => [entity, character]),
);
const escape = (text: string) => text.replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? '');
const unescape = (html: string) => html.replace(/&(amp|lt|gt|#13);/g, (entity) => CHARACTERS[entity] ?? '');

/** Our own mark for text whose every space counts. */
const EXACT = /^<pre data-exact>([^<]*)<\/pre>$/;

/** Plain text with paragraphs and bullets: no tags, no scripts, links as their words, pictures left out. */
export function htmlToText(html: string): string {
  const exact = EXACT.exec(html)?.[1];
  if (exact !== undefined) return unescape(exact);
  return convert(html.slice(0, HTML_MAX).replace(/&nbsp;|\u00a0/g, ' '))
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** HTML that `htmlToText` reads back as exactly this text. */
export function textToHtml(text: string): string {
  const paragraphs = escape(text)
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('');
  return htmlToText(paragraphs) === text ? paragraphs : `<pre data-exact>${escape(text)}</pre>`;
}
