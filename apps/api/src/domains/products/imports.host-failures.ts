import type { ImportProblem } from '@souk/contracts/imports.dto';
import type { PictureUnavailable } from './remote-pictures';
import type { CsvPicture } from './shopify-csv-pictures';

const FAILURES_IN_A_ROW = 3;

interface HostRecord {
  inARow: number;
  /** Those that failed because of the host. */
  pictures: CsvPicture[];
  firstReason: string;
}

/** Remembers what could not be fetched, and which hosts to leave alone because they do not answer. */
export class HostFailures {
  private readonly hosts = new Map<string, HostRecord>();
  private readonly single: ImportProblem[] = [];

  /** True when the host of the picture is down; the picture then counts as failed. */
  gaveUp(picture: CsvPicture): boolean {
    const host = this.hosts.get(hostOf(picture));
    if (!host || host.inARow < FAILURES_IN_A_ROW) return false;
    host.pictures.push(picture);
    return true;
  }

  forgive(picture: CsvPicture): void {
    const host = this.hosts.get(hostOf(picture));
    if (host) host.inARow = 0;
  }

  add(picture: CsvPicture, { message, isHostDown }: PictureUnavailable): void {
    if (!isHostDown) {
      this.single.push(problem(picture, `The picture ${message}.`));
      return;
    }
    const host = this.hosts.get(hostOf(picture)) ?? { inARow: 0, pictures: [], firstReason: message };
    host.inARow += 1;
    host.pictures.push(picture);
    this.hosts.set(hostOf(picture), host);
  }

  /** A host that is down makes one note, however many pictures it was to give. */
  problems(): ImportProblem[] {
    const ofHosts = [...this.hosts].flatMap(([host, { pictures, firstReason }]) => {
      const [first, ...others] = [...pictures].sort((a, b) => a.line - b.line);
      if (!first) return [];
      const more = others.length === 0 ? '' : ` ${others.length} more from "${host}" were left out with it.`;
      return problem(first, `The picture ${firstReason}.${more} ${ADVICE}`);
    });
    return [...this.single, ...ofHosts].sort((a, b) => a.line - b.line);
  }
}

const ADVICE = 'Import the file again later: pictures that are there are not fetched twice.';

const hostOf = ({ url }: CsvPicture) => (URL.canParse(url) ? new URL(url).host.slice(0, 200) : '');

const problem = ({ line, field }: CsvPicture, message: string): ImportProblem => ({ line, field, message });
