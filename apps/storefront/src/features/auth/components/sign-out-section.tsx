import { useState } from 'react';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { ConfirmDialog } from '~/components/confirm-dialog';
import { useLogout } from '../api/session';

export function SignOutSection() {
  const [asking, setAsking] = useState(false);
  const here = useLogout();
  const everywhere = useLogout({ everywhere: true });
  return (
    <SectionCard title="Sign out" description="Your cart and your orders are there again when you come back.">
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary" loading={here.isPending} onClick={() => here.mutate()}>
          Sign out here
        </Button>
        <Button variant="secondary" onClick={() => setAsking(true)}>
          Sign out everywhere
        </Button>
      </div>
      {here.error && (
        <p role="alert" className="text-danger">
          {here.error.message}
        </p>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Sign out everywhere?"
        description="Every browser and app in which you are signed in has to sign in again, this one too."
        confirm="Sign out everywhere"
        cancel="Stay signed in"
        harmless
        action={everywhere}
        onConfirm={() => everywhere.mutate()}
      />
    </SectionCard>
  );
}
