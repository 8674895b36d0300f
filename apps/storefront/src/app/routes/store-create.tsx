import { useNavigate } from 'react-router';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Page } from '~/components/page';
import { toast } from '~/components/toast';
import { StoreForm } from '~/features/storekeeping/components/store-form';

export function Component() {
  const navigate = useNavigate();
  return (
    <Page
      title="Open a store"
      lead="Name it, say what you sell, and set what shipping costs. All of it can be changed later."
      above={<Breadcrumbs items={[{ label: 'Stores', to: '/dashboard/stores' }, { label: 'New' }]} />}
    >
      <StoreForm
        onSaved={({ id, name }) => {
          toast.success(`${name} is saved`, {
            action: { label: 'Add a product', onClick: () => void navigate(`/products/create?store=${id}`) },
          });
          void navigate('/dashboard/stores');
        }}
      />
    </Page>
  );
}
