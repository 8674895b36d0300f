import { useEffect } from 'react';
import { Toaster as Sonner } from 'sonner';
import { useTheme } from '~/lib/theme';

/** `onReady` is called once toasts are heard: effects run from the inside out. */
export default function Toaster({ onReady }: { onReady: () => void }) {
  const { theme } = useTheme();
  useEffect(onReady, [onReady]);
  return (
    <Sonner
      theme={theme}
      position="bottom-center"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) max-w-[calc(100vw-2rem)] items-center gap-3 rounded-lg border border-line bg-surface p-4 font-sans text-base text-ink shadow-float',
          title: 'font-medium',
          description: 'text-muted',
          success: '[&_[data-icon]]:text-success',
          error: '[&_[data-icon]]:text-danger',
          actionButton:
            'ml-auto shrink-0 rounded-sm px-2 py-1 font-medium text-action underline underline-offset-4',
        },
      }}
    />
  );
}
