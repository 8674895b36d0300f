export class DownloadDto {
  /** Where the file is; needs no credentials, so keep it to yourself. @example /api/downloads/AAAAFWkgVgB5… */
  url: string;
  /** @example field-guide.pdf */
  fileName: string;
  /** Bytes. @example 482133 */
  size: number;
  /** When `url` ends. @example 2026-11-02T10:30:00.000Z */
  expiresAt: string;
  /** Links of this item that were used; a link counts once, however often it is resumed. @example 1 */
  downloadsUsed: number;
  /** @example 10 */
  downloadsLimit: number;
}
