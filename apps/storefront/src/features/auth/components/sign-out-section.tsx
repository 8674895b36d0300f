import { useState } from 'react';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Dialog } from '~/components/dialog';
import { useLogout } from '../api/session';

export function SignOutSection() {
  const [asking, setAsking] = useState(false);
  const here = useLogout();
  const everywhere = useLogout({ everywhere: true });
  const error = here.error ?? everywhere.error;
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
      {error && (
        <p role="alert" className="text-danger">
          {error.message}
        </p>
      )}
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere?"
        description="Every browser and app in which you are signed in has to sign in again, this one too."
        footer={
          <>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              Stay signed in
            </Button>
            <Button
              loading={everywhere.isPending}
              onClick={() => everywhere.mutate(undefined, { onError: () => setAsking(false) })}
            >
              Sign out everywhere
            </Button>
          </>
        }
      />
    </SectionCard>
  );
}
