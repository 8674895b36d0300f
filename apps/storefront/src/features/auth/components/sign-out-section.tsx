import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Dialog } from '~/components/dialog';
import { toast } from '~/components/toast';
import { useLogout } from '../api/session';

export function SignOutSection() {
  const [asking, setAsking] = useState(false);
  const here = useLogout();
  const everywhere = useLogout({ everywhere: true });
  const navigate = useNavigate();

  const signOut = async (logout: typeof here) => {
    // First away from this page, which would ask to sign in again.
    await navigate('/');
    await logout.mutateAsync().catch((error: Error) => toast.error(error.message));
  };
  return (
    <SectionCard title="Sign out" description="Your cart and your orders are there again when you come back.">
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary" onClick={() => void signOut(here)}>
          Sign out here
        </Button>
        <Button variant="secondary" onClick={() => setAsking(true)}>
          Sign out everywhere
        </Button>
      </div>
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
            <Button onClick={() => void signOut(everywhere)}>Sign out everywhere</Button>
          </>
        }
      />
    </SectionCard>
  );
}
