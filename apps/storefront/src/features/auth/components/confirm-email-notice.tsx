import { MailQuestion } from 'lucide-react';
import { Button } from '~/components/button';
import { useResendConfirmation } from '../api/recovery';

/** For those whose address nobody has confirmed yet. */
export function ConfirmEmailNotice({ email }: { email: string }) {
  const resend = useResendConfirmation();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-line bg-sunken p-4">
      <MailQuestion aria-hidden className="size-5 shrink-0 text-muted" />
      <p className="min-w-0 flex-1 basis-64">
        Please confirm your e-mail address: open the link that we mailed to{' '}
        <strong className="wrap-anywhere">{email}</strong>.
      </p>
      <div aria-live="polite">
        {resend.isSuccess ? (
          <p className="text-muted">Sent again. Only the newest link works.</p>
        ) : (
          <Button variant="secondary" size="sm" loading={resend.isPending} onClick={() => resend.mutate()}>
            Send again
          </Button>
        )}
        {resend.error && <p className="mt-2 text-danger">{resend.error.message}</p>}
      </div>
    </div>
  );
}
