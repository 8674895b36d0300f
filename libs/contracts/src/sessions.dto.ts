import { Page } from './common.dto';

export class SessionDto {
  /** @example 12 */
  id: number;
  /** From what the browser or program said of itself. @example Firefox on Windows */
  device: string;
  /** The session of this request. */
  current: boolean;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** When its tokens were last renewed. @example 2026-11-04T18:02:00.000Z */
  lastUsedAt: string;
  /** When it ends by itself. @example 2026-11-09T09:30:00.000Z */
  expiresAt: string;
}

export class SessionPage extends Page {
  items: SessionDto[];
}
