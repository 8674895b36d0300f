import { useEffect, useState } from 'react';

type Listener = (message: string) => void;
let speak: Listener | null = null;

/** Has a screen reader say something that sighted people see happen, such as "Added to cart". */
export function announce(message: string): void {
  speak?.(message);
}

/** Stands once in the page, from the start: a region added together with its text is not read. */
export function LiveRegion() {
  const [message, setMessage] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    speak = (next) => {
      // Emptied first, so that the same words are read again.
      setMessage('');
      clearTimeout(timer);
      timer = setTimeout(() => setMessage(next), 100);
    };
    return () => {
      speak = null;
      clearTimeout(timer);
    };
  }, []);
  return (
    <div aria-live="polite" className="sr-only">
      {message}
    </div>
  );
}
