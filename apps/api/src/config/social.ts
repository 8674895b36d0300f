import type { Settings } from './settings';

export interface XConfig {
  appKey: string;
  appSecret: string;
  /** Begins with the account's number and a dash. */
  accessToken: string;
  accessSecret: string;
  /** Which of X's endpoints takes the posts. */
  api: 'v2' | 'v1.1';
  /** Undefined: X's own. */
  apiBase: string | undefined;
  /** Posts in a calendar month (UTC). */
  monthlyCap: number;
  timeoutMs: number;
}

export interface SocialConfig {
  /** `off`: nothing is announced, `log`: only the log says what would be. */
  network: 'x' | 'log' | 'off';
  /** How long a new product's post waits for its first picture. */
  pictureMs: number;
  /** Undefined with another network. */
  x: XConfig | undefined;
}

const CREDENTIALS = ['X_APP_KEY', 'X_APP_SECRET', 'X_ACCESS_TOKEN', 'X_ACCESS_SECRET'];

/** With credentials X, without them the log. */
export function social(settings: Settings, production: boolean): SocialConfig {
  const isConnected = CREDENTIALS.some((name) => settings.text(name) !== undefined);
  const network = settings.oneOf('SOCIAL', ['x', 'log', 'off'], isConnected ? 'x' : 'log');
  const pictureMs = 1000 * settings.number('SOCIAL_PICTURE_SECONDS', 20, 0, 3600);
  return { network, pictureMs, x: network === 'x' ? x(settings, production) : undefined };
}

/** Half of the credentials would be an account that nobody may post to. */
function x(settings: Settings, production: boolean): XConfig {
  const needed = (name: string) =>
    settings.text(name) ?? settings.refuse(name, 'is needed for posting to X', '');
  const [appKey = '', appSecret = '', accessToken = '', accessSecret = ''] = CREDENTIALS.map(needed);
  if (accessToken && !/^\d+-/.test(accessToken))
    settings.refuse(
      'X_ACCESS_TOKEN',
      "must be an access token of the account, which begins with the account's number",
      '',
    );
  const apiBase = settings.url('X_API_BASE', ['http', 'https']);
  if (production && apiBase)
    settings.refuse('X_API_BASE', 'must not be set in production: announcements go to X itself', '');
  return {
    ...{ appKey, appSecret, accessToken, accessSecret },
    api: settings.oneOf('X_API', ['v2', 'v1.1'], 'v2'),
    apiBase,
    monthlyCap: settings.number('X_MONTHLY_CAP', 500, 1, 1_000_000),
    timeoutMs: 1000 * settings.number('X_TIMEOUT_SECONDS', 10, 0.05, 60),
  };
}
