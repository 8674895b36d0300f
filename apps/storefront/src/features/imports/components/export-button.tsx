import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Button } from '~/components/button';
import { toast } from '~/components/toast';
import { saveFile } from '~/lib/save-file';
import { exportProducts } from '../api/imports';

interface ExportButtonProps {
  storeId: number;
  /** For the file's name. */
  slug: string;
}

/** Fetched by script, because a plain link would not carry the sign-in. */
export function ExportButton({ storeId, slug }: ExportButtonProps) {
  const { mutate, isPending } = useMutation({
    mutationFn: () => exportProducts(storeId),
    onSuccess: (content) => saveFile(content, `${slug}-products.csv`),
    onError: (error) => toast.error(error.message),
  });
  return (
    <Button variant="secondary" loading={isPending} onClick={() => mutate()}>
      <Download aria-hidden />
      Download products.csv
    </Button>
  );
}
