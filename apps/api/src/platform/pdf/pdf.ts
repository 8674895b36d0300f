import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { SheetPainter } from './sheet-painter';
import type { Sheet } from './sheet';

/** Latin, Greek and Cyrillic with all their accents; signs that it lacks are printed as boxes. */
const font = (name: string): Buffer => readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
let fonts: { regular: Buffer; bold: Buffer } | undefined;

export interface PdfInfo {
  title: string;
  author: string;
  /** Printed nowhere, but part of the bytes. */
  date: Date;
}

/** Sheets one after the other, each on pages of its own, A4. The same sheets make the same bytes. */
export async function pdfOf(sheets: Sheet[], { title, author, date }: PdfInfo): Promise<Buffer> {
  // 14 MB, for the first who wants one
  const { default: PDFDocument } = await import('pdfkit');
  fonts ??= { regular: font('DejaVuSansCondensed'), bold: font('DejaVuSansCondensed-Bold') };
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Producer: 'Souk',
      Creator: 'Souk',
      CreationDate: date,
      ModDate: date,
    },
  });
  const bytes = collected(document);
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  for (const sheet of sheets) {
    new SheetPainter(document, sheet).paint();
    // others have their turn between two sheets
    await nextTurn();
  }
  document.end();
  return bytes;
}

function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
