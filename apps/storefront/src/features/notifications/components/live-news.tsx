import type { NotificationDto } from '@souk/contracts/notifications.dto';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { announce } from '~/components/live-region';
import { plural } from '~/lib/format';
import { listen } from '../api/live';
import { wordsOf } from '../model/words';

/** What comes together is said together. */
const GATHER_MS = 1500;

/**
 * Listens as long as the page is looked at: a browser has few connections to a server, and a page in the background
 * catches up when it is shown again.
 */
export default function LiveNews({ onNews }: { onNews: (notification: NotificationDto) => void }) {
  const queries = useQueryClient();
  const tell = useEffectEvent(onNews);
  useEffect(() => {
    const said = new Gathered();
    let listening: AbortController | null = null;
    const follow = () => {
      if (document.hidden) {
        listening?.abort();
        listening = null;
      } else if (!listening) {
        listening = new AbortController();
        void listen(
          queries,
          (notification) => {
            said.add(notification);
            tell(notification);
          },
          listening.signal,
        );
      }
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      listening?.abort();
      said.forget();
    };
  }, [queries]);
  return null;
}

/** A screen reader says one thing, however many come at a time. */
class Gathered {
  private readonly waiting: NotificationDto[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  add(notification: NotificationDto): void {
    this.waiting.push(notification);
    this.timer ??= setTimeout(() => this.say(), GATHER_MS);
  }

  forget(): void {
    clearTimeout(this.timer);
  }

  private say(): void {
    this.timer = undefined;
    const [first, ...others] = this.waiting.splice(0);
    if (!first) return;
    announce(others.length > 0 ? plural(others.length + 1, 'new notification') : wordsOf(first).title);
  }
}
