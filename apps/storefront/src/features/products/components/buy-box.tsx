import { LIMITS } from '@souk/contracts';
import type { ProductDto, VariantDto } from '@souk/contracts/products.dto';
import { type ReactNode, useState } from 'react';
import { Button } from '~/components/button';
import { Price } from '~/components/price';
import { QuantityInput } from '~/components/quantity-input';
import { StockLine } from './stock-line';
import { VariantPicker } from './variant-picker';

interface BuyBoxProps {
  product: ProductDto;
  chosen: VariantDto;
  onChoose: (variantId: number) => void;
  onAdd: (variantId: number, quantity: number) => void;
  adding: boolean;
  /** How it comes to the buyer. */
  delivery: ReactNode;
}

/** All that one decides before buying; one primary action. */
export function BuyBox({ product, chosen, onChoose, onAdd, adding, delivery }: BuyBoxProps) {
  const [wanted, setWanted] = useState(1);
  const max = Math.min(chosen.stockQuantity, LIMITS.cartQuantity.max);
  const soldOut = max === 0;
  // What was wanted comes back when one returns to a variant that has enough.
  const quantity = Math.max(1, Math.min(wanted, max));
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1.5">
        <Price
          amount={chosen.price}
          was={chosen.compareAtPrice}
          currency={product.currency}
          className="text-2xl"
        />
        <StockLine stock={chosen.stockQuantity} digital={product.digital} />
      </div>
      {product.variants.length > 1 && (
        <VariantPicker variants={product.variants} chosen={chosen} onChoose={onChoose} />
      )}
      <div className="flex gap-3">
        <QuantityInput
          label={`Quantity of ${product.name}`}
          value={quantity}
          max={Math.max(1, max)}
          onChange={setWanted}
          disabled={soldOut}
          className="h-13"
        />
        <Button
          size="lg"
          className="min-w-0 flex-1 px-4"
          disabled={soldOut}
          loading={adding}
          onClick={() => onAdd(chosen.id, quantity)}
        >
          {soldOut ? 'Sold out' : 'Add to cart'}
        </Button>
      </div>
      {delivery}
    </div>
  );
}
