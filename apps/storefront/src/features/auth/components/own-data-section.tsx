import type { ProfileDto } from '@souk/contracts/auth.dto';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { useExport } from '../api/own-data';
import { EraseDialog } from './erase-dialog';

export function OwnDataSection({ profile }: { profile: ProfileDto }) {
  const [erasing, setErasing] = useState(false);
  const download = useExport(profile.username);
  return (
    <SectionCard
      title="Your data"
      description="All that Souk holds on you, in one file that people and programs can read."
    >
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
          <Download aria-hidden />
          Download your data
        </Button>
        {!profile.isStaff && (
          <Button variant="secondary" className="text-danger" onClick={() => setErasing(true)}>
            Erase account
          </Button>
        )}
      </div>
      {download.error && (
        <p role="alert" className="text-danger">
          {download.error.message}
        </p>
      )}
      <EraseDialog profile={profile} open={erasing} onClose={() => setErasing(false)} />
    </SectionCard>
  );
}
