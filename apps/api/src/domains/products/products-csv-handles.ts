import type { Product } from './product.entity';

/** A product that was never imported has no handle; its export needs one that leads back to it. */
export const handleOf = ({ handle, slug, id }: Product): string => handle ?? `${slug}-souk${id}`;

/** Undefined for a handle that `handleOf` has not made. */
export function idInHandle(handle: string): number | undefined {
  const digits = /-souk([1-9]\d{0,8})$/.exec(handle)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
