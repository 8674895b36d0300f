import { useEffect, useState } from 'react';

/** An address under which the page can show a chosen file; null without one. */
export function useObjectUrl(file: Blob | null): string | null {
  const [shown, setShown] = useState<{ file: Blob; url: string } | null>(null);
  useEffect(() => {
    if (!file) return;
    const url = URL.createObjectURL(file);
    // oxlint-disable-next-line react/set-state-in-effect -- the address lives only as long as the effect
    setShown({ file, url });
    return () => URL.revokeObjectURL(url);
  }, [file]);
  // Not the url of a file that has been replaced meanwhile.
  return shown && shown.file === file ? shown.url : null;
}
