import { parseMoney } from '@souk/contracts';

/** Reads environment variables and collects every problem, so that a wrong set-up is named in full at once. */
export class Settings {
  readonly problems: string[] = [];

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  text(name: string): string | undefined {
    const value = this.env[name]?.trim();
    return value === '' ? undefined : value;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.text(name);
    if (value === undefined) return fallback;
    if (value === 'true' || value === 'false') return value === 'true';
    return this.refuse(name, `must be true or false, not "${value}"`, fallback);
  }

  number(name: string, fallback: number, min: number, max: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (Number.isFinite(number) && number >= min && number <= max) return number;
    return this.refuse(name, `must be a number from ${min} to ${max}, not "${value}"`, fallback);
  }

  /** Percent with at most two decimals. @returns basis points */
  percent(name: string, fallback: number, max: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const points = parseMoney(value);
    if (points !== undefined && points <= max) return points;
    const problem = `must be a percentage from 0 to ${max / 100} with at most two decimals, not "${value}"`;
    return this.refuse(name, problem, fallback);
  }

  oneOf<T extends string>(name: string, words: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const word = words.find((candidate) => candidate === value);
    return word ?? this.refuse(name, `must be one of ${words.join(', ')}, not "${value}"`, fallback);
  }

  /** Values of URLs may hold passwords, so problems never repeat them. */
  url(name: string, protocols: readonly string[]): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const protocol = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : '';
    if (protocols.includes(protocol)) return value.replace(/\/+$/, '');
    return this.refuse(
      name,
      `must be a URL that starts with ${protocols.map((p) => `${p}://`).join(' or ')}`,
      undefined,
    );
  }

  refuse<T>(name: string, problem: string, fallback: T): T {
    this.problems.push(`${name} ${problem}.`);
    return fallback;
  }
}
