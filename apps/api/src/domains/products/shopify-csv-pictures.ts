import { LIMITS } from '@souk/contracts';
import { cut, oneLine, type Report } from './shopify-csv-cells';
import type { Row } from './shopify-csv-rows';

export interface CsvPicture {
  line: number;
  /** The file's column. */
  field: string;
  url: string;
  alt: string;
}

/** What a column of addresses can hold. */
const URL_MAX = 1000;

/** The gallery in its order, each address once; pictures of variants that are not in it follow. */
export function readPictures(rows: Row[], report: Report): CsvPicture[] {
  const { max } = LIMITS.images;
  const pictures = new Map<string, CsvPicture & { position: number }>();
  for (const field of ['Image Src', 'Variant Image'] as const) {
    for (const row of rows) {
      const url = row.get(field);
      if (!url || pictures.has(url)) continue;
      if (url.length > URL_MAX) {
        report(row, field, `The address is longer than ${URL_MAX} characters. The picture was left out.`);
        continue;
      }
      const isGallery = field === 'Image Src';
      const alt = isGallery ? cut(oneLine(row.get('Image Alt Text')), LIMITS.imageAlt.max) : '';
      const position = (isGallery && Number(row.get('Image Position'))) || Infinity;
      pictures.set(url, { line: row.line, field: row.nameOf(field), url, alt, position });
    }
  }
  const gallery = [...pictures.values()].sort((a, b) =>
    a.position === b.position ? 0 : a.position - b.position,
  );
  const tooMany = gallery.slice(max);
  const [firstLeftOut] = tooMany;
  const rowLeftOut = firstLeftOut && rows.find(({ line }) => line === firstLeftOut.line);
  if (rowLeftOut) {
    const count = tooMany.length === 1 ? 'This one was' : `This one and ${tooMany.length - 1} more were`;
    report(rowLeftOut, 'Image Src', `A product has at most ${max} pictures. ${count} left out.`);
  }
  return gallery.slice(0, max).map(({ line, field, url, alt }) => ({ line, field, url, alt }));
}
