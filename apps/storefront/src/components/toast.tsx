import { Suspense, lazy, useEffect, useState } from 'react';

interface ToastOptions {
  /** Undo, or where it leads. */
  action?: { label: string; onClick: () => void };
  description?: string;
  /** Milliseconds; 4,000 without. */
  duration?: number;
}

const Toaster = lazy(() => import('./toaster'));

let openHost: (() => void) | null = null;
let markReady: () => void = () => undefined;
const ready = new Promise<void>((resolve) => {
  markReady = resolve;
});

async function show(kind: 'success' | 'error', message: string, options?: ToastOptions): Promise<void> {
  openHost?.();
  // A toast that is sent before the toaster listens would be lost.
  const [sonner] = await Promise.all([import('sonner'), ready]);
  sonner.toast[kind](message, options);
}

/** A passing word at the edge of the page. What must not be missed belongs into the page itself. */
export const toast = {
  success: (message: string, options?: ToastOptions) => void show('success', message, options),
  error: (message: string, options?: ToastOptions) => void show('error', message, options),
};

/** Stands once in the page; the toaster's code comes with the first toast. */
export function ToastHost() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    openHost = () => setOpen(true);
    return () => {
      openHost = null;
    };
  }, []);
  return <Suspense>{open && <Toaster onReady={markReady} />}</Suspense>;
}
