import type { Column, Row, Sheet, Sum } from './sheet';

/** Points. */
const PAGE = { width: 595.28, height: 841.89 };
const EDGE = 52;
const WIDTH = PAGE.width - 2 * EDGE;
/** The foot of the page stands below. */
const END = PAGE.height - 76;
const GAP = 14;
const SUMS_WIDTH = 236;

const INK = '#211c16';
const MUTED = '#675e53';
const LINE = '#cfc5b6';
const SIZE = { title: 22, name: 12, text: 9.5, small: 8 };

type Face = 'regular' | 'bold';
interface Style {
  face?: Face;
  size?: number;
  colour?: string;
  align?: 'left' | 'right';
}

/** Draws one sheet, on as many pages as it takes. */
export class SheetPainter {
  private y = EDGE;
  private readonly columns: (Column & { x: number })[];

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly sheet: Sheet,
  ) {
    this.columns = placed(sheet.columns);
  }

  paint(): void {
    const first = this.document.bufferedPageRange().count;
    this.document.addPage();
    this.head();
    this.parties();
    this.tableHead();
    for (const row of this.sheet.rows) this.row(row);
    this.sums(this.sheet.sums);
    this.notes();
    this.feet(first);
  }

  private head(): void {
    const { title, number, from } = this.sheet;
    const half = WIDTH / 2 - GAP;
    const right = EDGE + WIDTH / 2;
    const left = this.lines(from.lines, EDGE, this.put(from.name, EDGE, EDGE, half, heading), half);
    let end = this.put(title, right, EDGE - 6, WIDTH / 2, {
      face: 'bold',
      size: SIZE.title,
      align: 'right',
    });
    if (number) end = this.put(number, right, end, WIDTH / 2, { ...muted, align: 'right' });
    this.y = Math.max(left, end) + 34;
  }

  private parties(): void {
    const { to, facts } = this.sheet;
    const half = WIDTH / 2 - GAP;
    const left = this.lines(to.lines, EDGE, this.put(to.label, EDGE, this.y, half, muted), half);
    const right = EDGE + WIDTH - SUMS_WIDTH;
    let y = this.y;
    for (const [label, value] of facts) {
      const end = this.put(label, right, y, 96, muted);
      y = Math.max(end, this.put(value, right + 96, y, SUMS_WIDTH - 96, { align: 'right' })) + 2;
    }
    this.y = Math.max(left, y) + 30;
  }

  private tableHead(): void {
    const ends = this.columns.map(({ label, x, width }, index) =>
      this.put(label, x, this.y, width, { ...muted, align: side(index) }),
    );
    this.rule(Math.max(...ends) + 5, INK);
  }

  private row({ cells, details }: Row): void {
    const height = this.heightOf(cells, details);
    if (this.y + height > END) this.turnPage();
    const y = this.y + 7;
    let end = y;
    for (const [index, { x, width }] of this.columns.entries()) {
      const cell = this.put(cells[index] ?? '', x, y, width, { align: side(index) });
      end = Math.max(end, index === 0 && details ? this.put(details, x, cell + 1, width, muted) : cell);
    }
    this.rule(end + 7, LINE);
  }

  private heightOf([name = '']: string[], details: string): number {
    const width = this.columns[0]?.width ?? WIDTH;
    const below = details ? this.measure(details, width, muted) + 1 : 0;
    return this.measure(name, width, {}) + below + 14;
  }

  private sums(sums: Sum[]): void {
    if (this.y + sums.length * 18 + 20 > END) this.turnPage(false);
    this.y += 10;
    const x = EDGE + WIDTH - SUMS_WIDTH;
    for (const { label, value, strong } of sums) {
      const style: Style = strong ? { face: 'bold', size: 12 } : {};
      const end = this.put(label, x, this.y, SUMS_WIDTH - 90, style);
      this.put(value, x + SUMS_WIDTH - 90, this.y, 90, { ...style, align: 'right' });
      this.y = end + 5;
    }
  }

  private notes(): void {
    this.y += 22;
    for (const note of this.sheet.notes) {
      if (this.y + this.measure(note, WIDTH, muted) > END) this.turnPage(false);
      this.y = this.put(note, EDGE, this.y, WIDTH, muted) + 4;
    }
  }

  private turnPage(inTable = true): void {
    this.document.addPage();
    this.y = EDGE;
    if (inTable) this.tableHead();
  }

  private feet(first: number): void {
    const pages = this.document.bufferedPageRange().count - first;
    const name = [this.sheet.title, this.sheet.number].filter(Boolean).join(' ');
    const y = PAGE.height - 52;
    for (let page = 0; page < pages; page += 1) {
      this.document.switchToPage(first + page);
      this.put(`${name} · ${this.sheet.from.name}`, EDGE, y, WIDTH - 100, muted);
      this.put(`Page ${page + 1} of ${pages}`, EDGE, y, WIDTH, { ...muted, align: 'right' });
    }
  }

  private lines(lines: string[], x: number, y: number, width: number): number {
    return lines.reduce((end, line) => this.put(line, x, end + 1, width, {}), y + 2);
  }

  private rule(y: number, colour: string): void {
    this.document
      .moveTo(EDGE, y)
      .lineTo(EDGE + WIDTH, y)
      .lineWidth(0.6)
      .stroke(colour);
    this.y = y;
  }

  /** @returns where it ends */
  private put(text: string, x: number, y: number, width: number, style: Style): number {
    this.use(style).fillColor(style.colour ?? INK);
    this.document.text(text, x, y, { width, align: style.align ?? 'left' });
    return Math.max(this.document.y, y);
  }

  private measure(text: string, width: number, style: Style): number {
    return this.use(style).heightOfString(text, { width });
  }

  private use({ face = 'regular', size = SIZE.text }: Style): PDFKit.PDFDocument {
    return this.document.font(face).fontSize(size);
  }
}

const heading: Style = { face: 'bold', size: SIZE.name };
const muted: Style = { size: SIZE.small, colour: MUTED };
const side = (index: number) => (index === 0 ? 'left' : 'right');

function placed(columns: Column[]): (Column & { x: number })[] {
  const others = columns.slice(1).reduce((sum, { width }) => sum + width, 0);
  let x = EDGE;
  return columns.map((column, index) => {
    const width = index === 0 ? WIDTH - others : column.width;
    const start = index === 0 ? x : x + 6;
    x += width;
    return { ...column, x: start, width: width - 6 };
  });
}
