/** What a document on paper says; the layout is the same for all. Texts may hold any characters. */
export interface Sheet {
  /** Such as "Invoice". */
  title: string;
  number: string | null;
  from: { name: string; lines: string[] };
  to: { label: string; lines: string[] };
  facts: [label: string, value: string][];
  columns: Column[];
  rows: Row[];
  sums: Sum[];
  notes: string[];
}

/** The first column takes what the others leave. */
export interface Column {
  label: string;
  /** Points. */
  width: number;
}

export interface Row {
  cells: string[];
  /** Below the first cell. */
  details: string;
}

export interface Sum {
  label: string;
  value: string;
  strong?: boolean;
}
