import type { AddressDto } from '@souk/contracts/addresses.dto';
import type { Address } from './address.entity';

export const toAddressDto = (address: Address): AddressDto => ({
  id: address.id,
  name: address.name,
  address: address.address,
  city: address.city,
  state: address.state,
  zipcode: address.zipcode,
  country: address.country,
  isDefault: address.isDefault,
  createdAt: address.createdAt.toISOString(),
  updatedAt: address.updatedAt.toISOString(),
});
