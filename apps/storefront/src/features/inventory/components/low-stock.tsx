import type { ProductDto, VariantDto } from '@souk/contracts/products.dto';
import { Link } from 'react-router';
import { Picture } from '~/components/picture';
import { optionsText } from '~/lib/options-text';
import { scarcestOf } from '../model/scarcest';
import { LowBadge } from './low-badge';

/** Products of which little is left, in short. */
export function LowStock({ products }: { products: readonly ProductDto[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {products.map((product) => (
        <LowProduct key={product.id} product={product} scarcest={scarcestOf(product.variants)} />
      ))}
    </ul>
  );
}

function LowProduct({ product, scarcest }: { product: ProductDto; scarcest: VariantDto | undefined }) {
  const { id, name, store, images } = product;
  const left = scarcest?.stockQuantity ?? product.stockQuantity;
  return (
    <li className="flex items-center gap-3">
      <Picture image={images[0] ?? null} alt="" sizes="40px" className="w-10 shrink-0 rounded-sm" />
      <div className="flex min-w-0 flex-1 flex-col">
        <Link to={`/products/${id}/edit`} className="truncate font-medium underline-offset-4 hover:underline">
          {name}
        </Link>
        <span className="truncate text-sm text-muted">
          {[optionsText(scarcest?.options ?? {}), store.name].filter(Boolean).join(' · ')}
        </span>
      </div>
      <LowBadge left={left} />
    </li>
  );
}
