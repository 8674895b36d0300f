import { inflateSync } from 'node:zlib';

/** What a PDF with embedded fonts says, piece by piece in the order in which it was drawn (ISO 32000-1, 9.10). */
export function textOf(pdf: Buffer): string {
  const objects = objectsIn(pdf);
  const find = (id: string | undefined) => objects.get(id ?? '');
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  const texts = pages.map(({ head }) => {
    const resources = find(/\/Resources (\d+) 0 R/.exec(head)?.[1])?.head ?? '';
    const names = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)];
    const fonts = new Map(
      names.map(([, name, id]) => {
        const cmap = /\/ToUnicode (\d+) 0 R/.exec(find(id)?.head ?? '')?.[1];
        return [name, lettersOf(find(cmap)?.content ?? '')] as const;
      }),
    );
    return drawn(find(/\/Contents (\d+) 0 R/.exec(head)?.[1])?.content ?? '', fonts);
  });
  return texts.join('\n');
}

function objectsIn(pdf: Buffer): Map<string, { head: string; content: string }> {
  const found = pdf.toString('latin1').matchAll(/(\d+) 0 obj\n([^]*?)endobj/g);
  return new Map(
    [...found].map(([, id = '', body = '']) => {
      const [head = '', stream] = body.split(/stream\r?\n/, 2);
      const bytes = Buffer.from(stream ?? '', 'latin1');
      const content = head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : '';
      return [id, { head, content }];
    }),
  );
}

/** Glyph → letters, from a CMap with one range per block. */
function lettersOf(cmap: string): string[] {
  const ranges = cmap.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/gi);
  return [...ranges].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) => utf16(hex)),
  );
}

/** A ligature stands for several letters, with a space between them. */
const utf16 = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');

function drawn(content: string, fonts: ReadonlyMap<string | undefined, string[]>): string {
  let letters: string[] = [];
  let text = '';
  for (const [, font, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) letters = fonts.get(font) ?? [];
    const codes = (glyphs ?? '').matchAll(/<([0-9a-f]+)>/gi);
    for (const [, hex = ''] of codes)
      text += (hex.match(/.{4}/g) ?? []).map((code) => letters[parseInt(code, 16)] ?? '').join('');
    if (glyphs !== undefined) text += '\n';
  }
  return text;
}
