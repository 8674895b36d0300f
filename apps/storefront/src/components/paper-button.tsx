import { useMutation } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { saveFile } from '~/lib/save-file';
import { Button } from './button';
import { toast } from './toast';

interface PaperButtonProps {
  /** What is on it. */
  children: string;
  /** Tells it from others on the page, to those who do not see where it stands. */
  about: string;
  load: () => Promise<Blob>;
  fileName: string;
}

/** Saves a PDF. */
export function PaperButton({ children, about, load, fileName }: PaperButtonProps) {
  const { mutate, isPending } = useMutation({
    mutationFn: load,
    onSuccess: (content) => saveFile(content, fileName),
    onError: (error) => toast.error(error.message),
  });
  return (
    <Button variant="secondary" size="sm" loading={isPending} onClick={() => mutate()}>
      <FileText aria-hidden />
      {children}
      <span className="sr-only"> {about}</span>
    </Button>
  );
}
