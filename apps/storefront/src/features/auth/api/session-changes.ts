import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { toast } from '~/components/toast';
import { onSessionChange } from '~/lib/session-token';
import { sessionQuery, useSession } from './session';

/** Tells the page that is loaded anew why it was. */
const NOTICE = 'souk.sessionChanged';
let isNoticeDue = takeNotice();

function takeNotice(): boolean {
  try {
    const isDue = sessionStorage.getItem(NOTICE) !== null;
    sessionStorage.removeItem(NOTICE);
    return isDue;
  } catch {
    // Storage may be blocked: the page then changes without a word.
    return false;
  }
}

function leaveNotice(): void {
  try {
    sessionStorage.setItem(NOTICE, '1');
  } catch {
    // As above.
  }
}

const welcome = (username: string) => toast.success(`You are signed in as ${username} in another tab now`);

/**
 * Follows what other tabs and the server do to the session. Called once, by the app.
 *
 * @returns whether the page's user has gone: show nothing of theirs, the page is loading anew
 */
export function useSessionChanges(): boolean {
  const queries = useQueryClient();
  const [isOver, setOver] = useState(false);
  useEffect(
    () =>
      onSessionChange((change) => {
        if (change === 'over') setOver(true);
        else
          void queries.invalidateQueries().then(() => {
            const user = queries.getQueryData(sessionQuery.queryKey);
            if (user) welcome(user.username);
          });
      }),
    [queries],
  );
  useEffect(() => {
    if (!isOver) return;
    queries.clear();
    leaveNotice();
    // By now the forms are gone, and none of them asks to stay.
    window.location.reload();
  }, [isOver, queries]);
  useNotice();
  return isOver;
}

function useNotice(): void {
  const { user, status } = useSession();
  useEffect(() => {
    if (status === 'loading' || !isNoticeDue) return;
    isNoticeDue = false;
    if (user) welcome(user.username);
    else toast.success('You are signed out now');
  }, [status, user]);
}
