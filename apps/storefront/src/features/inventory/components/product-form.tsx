import type { CategoryDto } from '@souk/contracts/categories.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { useState } from 'react';
import { FormErrorSummary } from '~/components/form-error-summary';
import { SaveBar } from '~/components/save-bar';
import { useSubmitForm } from '~/lib/form';
import { useRefreshProducts } from '../api/products';
import type { KnownProduct, UploadProgress } from '../api/save-product';
import { type StaleEdit, saveOver } from '../api/save-over';
import { type ProductValues, newValues, toValues } from '../model/product-values';
import { BasicsSection } from './basics-section';
import { DeliverySection } from './delivery-section';
import { GallerySection } from './gallery-section';
import { OfferSection } from './offer-section';
import { ProductPreview } from './product-preview';
import { ListingSection } from './listing-section';
import { StaleEditDialog } from './stale-edit-dialog';
import { UploadProblems } from './upload-problems';
import { UploadStatus } from './upload-status';

interface ProductFormProps {
  /** Absent for a new one. */
  known?: KnownProduct;
  /** The vendor's own, at least one. */
  stores: readonly StoreDto[];
  /** The one that a new product starts in. */
  storeId: number;
  categories: readonly CategoryDto[];
  /** Called once everything is saved, pictures included. */
  onSaved: (product: ProductDto) => void;
}

export function ProductForm({ known, stores, storeId, categories, onSaved }: ProductFormProps) {
  const refresh = useRefreshProducts();
  // A new product exists from its first saving on, also when a picture was refused after it.
  const [before, setBefore] = useState(known ?? null);
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const [stale, setStale] = useState<StaleEdit | null>(null);
  const form = useSubmitForm<ProductValues>({
    defaultValues: known ? toValues(known.product) : newValues(storeId, announcesNew(stores, storeId)),
    onSubmit: async (values) => {
      setProblems([]);
      const saved = await saveOver(values, before, setProgress).finally(() => setProgress(null));
      if ('meanwhile' in saved) return setStale(saved);
      const { product } = saved.known;
      setBefore(saved.known);
      form.reset(toValues(product));
      await refresh(product);
      if (saved.problems.length === 0) return onSaved(product);
      // What could not be uploaded stays in the form for another try.
      const touched = { shouldDirty: true };
      form.setValue('gallery', saved.gallery, touched);
      form.setValue('file', saved.file, touched);
      form.setValue('isActive', values.isActive, touched);
      setProblems(saved.problems);
    },
  });

  /** The form goes on from the product as it is now. */
  const resolve = ({ current }: StaleEdit, values: ProductValues) => {
    setStale(null);
    setBefore(current);
    form.reset(toValues(current.product));
    form.reset(values, { keepDefaultValues: true });
  };

  const { isDirty, isSubmitting } = form.formState;
  return (
    <form
      onSubmit={form.submit}
      noValidate
      aria-label={known ? known.product.name : 'New product'}
      className="flex flex-col gap-6"
    >
      <FormErrorSummary form={form} />
      {problems.length > 0 && <UploadProblems problems={problems} />}
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <BasicsSection form={form} />
          <GallerySection form={form} progress={progress} />
          <OfferSection form={form} saved={before?.product ?? null} />
          <DeliverySection form={form} productId={before?.product.id ?? null} />
          <ListingSection
            form={form}
            stores={stores}
            categories={categories}
            isNew={before === null}
            isUnseen={(before?.product.status ?? 'draft') === 'draft'}
          />
        </div>
        <aside aria-label="Preview" className="xl:sticky xl:top-6">
          <ProductPreview control={form.control} saved={before?.product ?? null} stores={stores} />
        </aside>
      </div>
      {stale && (
        <StaleEditDialog
          stale={stale}
          categories={categories}
          onResolve={(values) => resolve(stale, values)}
          onClose={() => setStale(null)}
        />
      )}
      {progress && <UploadStatus progress={progress} />}
      <SaveBar
        dirty={isDirty}
        saving={isSubmitting}
        onDiscard={() => form.reset()}
        saveLabel={before ? 'Save' : 'Create product'}
      />
    </form>
  );
}

const announcesNew = (stores: readonly StoreDto[], storeId: number) =>
  stores.find(({ id }) => id === storeId)?.announce;
