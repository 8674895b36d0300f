import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';

/** The product is saved, some of its files are not. Takes the focus, as the form's own errors do. */
export function UploadProblems({ problems }: { problems: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problems]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-md border border-danger bg-danger-soft p-4"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="font-medium">
          The product is saved, but not all of its files. Save again for another try.
        </p>
        <ul className="flex flex-col gap-1">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
