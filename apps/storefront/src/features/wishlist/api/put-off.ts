/** What a guest wants on the wish list; it waits until the guest has signed in, in this tab. */
const KEY = 'souk.wish';

interface Wishable {
  id: number;
  name: string;
}

export function putOff({ id, name }: Wishable): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ id, name }));
  } catch {
    // Storage may be blocked: the heart has to be pressed again.
  }
}

export function isPutOff(): boolean {
  return read() !== null;
}

/** Gives it once. */
export function takePutOff(): Wishable | null {
  const kept = read();
  if (kept === null) return null;
  sessionStorage.removeItem(KEY);
  const { id, name } = JSON.parse(kept) as Wishable;
  return { id, name };
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
