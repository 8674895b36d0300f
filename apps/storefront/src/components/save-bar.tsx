import { useCallback, useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Button } from './button';
import { Dialog } from './dialog';

interface SaveBarProps {
  /** `formState.isDirty`. */
  dirty: boolean;
  /** `formState.isSubmitting`. */
  saving: boolean;
  onDiscard: () => void;
  saveLabel?: string;
}

/** Goes inside the form, last. Shows itself while something is unsaved, and asks before that is left behind. */
export function SaveBar({ dirty, saving, onDiscard, saveLabel = 'Save' }: SaveBarProps) {
  const unsaved = dirty && !saving;
  const blocker = useBlocker(useCallback(() => unsaved, [unsaved]));
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  return (
    <>
      {(dirty || saving) && (
        <div className="sticky bottom-4 z-20 flex animate-rise flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-3 pl-5 shadow-float">
          <p className="font-medium">Unsaved changes</p>
          <div className="flex gap-2">
            <Button variant="ghost" onClick={onDiscard} disabled={saving}>
              Discard
            </Button>
            <Button type="submit" loading={saving}>
              {saveLabel}
            </Button>
          </div>
        </div>
      )}
      <Dialog
        open={blocker.state === 'blocked'}
        onOpenChange={(open) => !open && blocker.reset?.()}
        title="Leave without saving?"
        description="What you have changed on this page is not saved yet."
        footer={
          <>
            <Button variant="secondary" onClick={() => blocker.proceed?.()}>
              Leave
            </Button>
            <Button onClick={() => blocker.reset?.()}>Stay</Button>
          </>
        }
      />
    </>
  );
}
