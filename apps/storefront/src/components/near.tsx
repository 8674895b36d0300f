import { type ReactNode, useEffect, useRef, useState } from 'react';

/** So far ahead that what comes is there when one arrives. */
const AHEAD = '600px';

interface NearProps {
  /** As tall as what comes, so that nothing moves when it does. */
  placeholder: ReactNode;
  children: ReactNode;
}

/** What is further down a page, and asks the server for something: it waits until one comes near. */
export function Near({ placeholder, children }: NearProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(!('IntersectionObserver' in window));
  useEffect(() => {
    if (near || !place.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: AHEAD,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [near]);
  return near ? children : <div ref={place}>{placeholder}</div>;
}
