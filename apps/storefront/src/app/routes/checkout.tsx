import type { ProfileDto } from '@souk/contracts/auth.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import { ShoppingBag } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { EmptyState, ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { useSession } from '~/features/auth/api/session';
import { useKeepAddress } from '~/features/addresses/api/addresses';
import { AddressChoice } from '~/features/addresses/components/address-choice';
import { AccountChoice } from '~/features/auth/components/account-choice';
import { useCartIn } from '~/features/cart/api/cart';
import { useIsCartChanging, useMakeAvailable } from '~/features/cart/api/edit-cart';
import { CartCoupons } from '~/features/cart/components/cart-coupons';
import { paymentConfigQuery } from '~/features/orders/api/payment-config';
import { usePlaceOrder } from '~/features/orders/api/place-order';
import { Checkout } from '~/features/orders/components/checkout';
import { CheckoutObstacle } from '~/features/orders/components/checkout-obstacle';
import { CheckoutSkeleton } from '~/features/orders/components/checkout-skeleton';
import { type Buyer, dropDraft } from '~/features/orders/components/checkout-values';
import { usePaymentAction } from '~/features/orders/components/payment-action';
import { likelyCountry } from '~/lib/countries';

export function Component() {
  const { user, status } = useSession();
  const [country, setCountry] = useState(likelyCountry);
  const { cart, changing, error: cartError, refetch } = useCartIn(country);
  const payments = useQuery(paymentConfigQuery);
  const error = cartError ?? payments.error;
  const cartChanging = useIsCartChanging();
  const makeAvailable = useMakeAvailable();
  const [keeping, setKeeping] = useState(false);
  const { act, dialog } = usePaymentAction();
  const checkout = usePlaceOrder(useOpenOrder(keeping), act);
  const { resume, obstacle, isPlaced } = checkout;

  if (isPlaced || status === 'loading' || ((!cart || !payments.data) && !error)) {
    return (
      <Page title="Checkout">
        <CheckoutSkeleton label={isPlaced ? 'Opening your order' : 'Loading the checkout'} />
      </Page>
    );
  }
  return (
    <Page title="Checkout">
      {(!cart || !payments.data) && (
        <ErrorState
          error={error}
          title="The checkout could not be loaded"
          onRetry={() => void Promise.all([refetch(), payments.refetch()])}
        />
      )}
      {cart && payments.data && cart.items.length > 0 && (
        <Checkout
          cart={cart}
          payments={payments.data}
          cartChanging={cartChanging || changing}
          onCountry={setCountry}
          coupons={<CartCoupons cart={cart} />}
          buyer={user && buyerOf(user)}
          checkout={checkout}
          renderAccount={(email, emailField) => <AccountChoice email={email}>{emailField}</AccountChoice>}
          renderSaved={
            user &&
            ((current, fill, fields) => (
              <AddressChoice current={current} onFill={fill} keeping={keeping} onKeeping={setKeeping}>
                {fields}
              </AddressChoice>
            ))
          }
          fixing={makeAvailable.isPending}
          onFix={makeAvailable.mutate}
        />
      )}
      {cart?.items.length === 0 &&
        (obstacle?.kind === 'inDoubt' ? (
          <CheckoutObstacle obstacle={obstacle} currency={cart.currency} onCheckAgain={() => void resume()} />
        ) : (
          <NothingToBuy />
        ))}
      {dialog}
    </Page>
  );
}

/** @param keeping whether its address is kept for next time; the order does not wait for that */
function useOpenOrder(keeping: boolean) {
  const navigate = useNavigate();
  const keep = useKeepAddress();
  return ({ id, accessToken, shippingAddress }: OrderDto) => {
    dropDraft();
    if (keeping && shippingAddress) {
      keep.mutate(shippingAddress, {
        onError: ({ message }) => toast.error('The address was not saved', { description: message }),
      });
    }
    const search = accessToken ? `?${new URLSearchParams({ token: accessToken })}` : '';
    void navigate(`/orders/${id}${search}`, { replace: true, state: { placed: true } });
  };
}

const buyerOf = ({ email, firstName, lastName }: ProfileDto): Buyer => ({
  email,
  name: [firstName, lastName].filter(Boolean).join(' ') || null,
});

const NothingToBuy = () => (
  <EmptyState
    icon={ShoppingBag}
    title="There is nothing to check out"
    action={
      <Button asChild>
        <Link to="/products">Find something you like</Link>
      </Button>
    }
  >
    Your cart is empty. If you have just ordered, the confirmation is on its way to you by e-mail.
  </EmptyState>
);
