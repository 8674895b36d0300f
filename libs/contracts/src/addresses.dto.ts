import { PartialType } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Page } from './common.dto';
import { ShippingAddressDto, ShippingAddressInput } from './orders.dto';
import { Optional } from './validators';

/** Saves an address, or replaces it. */
export class AddressInput extends ShippingAddressInput {
  /** Offered first at the checkout; no other one is then. The only address always is. Default false. */
  @Optional()
  @IsBoolean({ message: 'must be true or false' })
  isDefault?: boolean;
}

export class AddressPatch extends PartialType(AddressInput, { skipNullProperties: false }) {}

export class AddressDto extends ShippingAddressDto {
  /** @example 4 */
  id: number;
  /** Offered first at the checkout. */
  isDefault: boolean;
  createdAt: string;
  updatedAt: string;
}

export class AddressPage extends Page {
  items: AddressDto[];
}
