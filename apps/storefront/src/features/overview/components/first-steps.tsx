import type { StoreDto } from '@souk/contracts/stores.dto';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Timeline, type TimelineStep } from '~/components/timeline';
import { toast } from '~/components/toast';
import { Link } from 'react-router';

interface FirstStepsProps {
  stores: readonly StoreDto[];
  /** How many products there are, hidden ones too. */
  productCount: number;
}

interface Step {
  title: string;
  text: string;
  isDone: boolean;
  action: { label: string; to: string } | null;
}

/** What a new vendor has left to do until the first sale. */
export function FirstSteps({ stores, productCount }: FirstStepsProps) {
  const [store] = stores;
  const steps: Step[] = [
    {
      title: 'Open a store',
      text: 'A name, a sentence about you, and what shipping costs.',
      isDone: store !== undefined,
      action: { label: 'Open a store', to: '/stores/create' },
    },
    {
      title: 'Give it a face',
      text: 'A logo stands beside all your goods.',
      isDone: stores.some(({ logo }) => logo !== null),
      action: store ? { label: 'Add a logo', to: `/stores/${store.id}/edit` } : null,
    },
    {
      title: 'Add your first product',
      text: 'With a picture, a price and what you have in stock.',
      isDone: productCount > 0,
      action: store ? { label: 'Add a product', to: `/products/create?store=${store.id}` } : null,
    },
  ];
  const current = steps.findIndex(({ isDone }) => !isDone);
  const timeline = steps.map(({ title, text, isDone, action }, index): TimelineStep => ({
    title,
    state: isDone ? 'done' : index === current ? 'current' : 'upcoming',
    description: !isDone && (
      <div className="flex flex-col items-start gap-2 pt-0.5">
        {text}
        {action && (
          <Button asChild size="sm" variant={index === current ? 'primary' : 'secondary'}>
            <Link to={action.to}>{action.label}</Link>
          </Button>
        )}
      </div>
    ),
  }));
  timeline.push({
    title: 'Make your first sale',
    state: current === -1 ? 'current' : 'upcoming',
    description: (
      <div className="flex flex-col items-start gap-2 pt-0.5">
        Tell those who know your work where to find it.
        {current === -1 && store && <CopyLink storeId={store.id} />}
      </div>
    ),
  });
  return (
    <SectionCard title="To your first sale" description="What is done is ticked off by itself.">
      <Timeline label="Steps to your first sale" steps={timeline} />
    </SectionCard>
  );
}

function CopyLink({ storeId }: { storeId: number }) {
  const url = `${location.origin}/stores/${storeId}`;
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => toast.success('The link is copied'),
      () => toast.error(`Copy it by hand: ${url}`),
    );
  return (
    <Button size="sm" onClick={() => void copy()}>
      Copy the link of your store
    </Button>
  );
}
