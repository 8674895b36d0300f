import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type { StoreDto, StoreRef } from '@souk/contracts/stores.dto';
import { averageRating } from '../../platform/http/average';
import { Pictures } from '../../platform/storage/pictures';
import { UsersService } from '../users/users.service';
import type { Store } from './store.entity';

/** Of what pages show in 80 pixels, on fine screens too. */
const LOGO_WIDTH = 400;

@Injectable()
export class StoresMapper {
  constructor(
    private readonly users: UsersService,
    private readonly pictures: Pictures,
  ) {}

  async toDtos(stores: Store[]): Promise<StoreDto[]> {
    const vendors = await this.users.byIds(stores.map((store) => store.vendorId));
    return stores.map((store) => this.dto(store, vendors.get(store.vendorId)?.user.username ?? ''));
  }

  async toDto(store: Store): Promise<StoreDto> {
    const [dto] = await this.toDtos([store]);
    if (!dto) throw new Error('A store maps to a store.');
    return dto;
  }

  private dto(store: Store, username: string): StoreDto {
    return {
      id: store.id,
      vendor: { id: store.vendorId, username },
      name: store.name,
      slug: store.slug,
      description: store.description,
      address: store.address,
      phone: store.phone,
      email: store.email,
      isActive: store.isOpen,
      announce: store.announce,
      logo: store.logoKey && this.pictures.urlOf(store.logoKey, LOGO_WIDTH),
      banner: store.bannerKey && this.pictures.urlOf(store.bannerKey),
      shippingFee: formatMinor(store.shippingFee),
      freeShippingOver: store.freeShippingOver === null ? null : formatMinor(store.freeShippingOver),
      lowStockAt: store.lowStockAt,
      productCount: store.productCount,
      averageRating: averageRating(store.ratingSum, store.ratingCount),
      reviewCount: store.ratingCount,
      createdAt: store.createdAt.toISOString(),
      updatedAt: store.updatedAt.toISOString(),
    };
  }
}

export const toStoreRef = ({ id, name, slug }: Store): StoreRef => ({ id, name, slug });
