import { Injectable } from '@nestjs/common';
import type { ImageDto } from '@souk/contracts/product-media.dto';
import { Pictures } from '../../platform/storage/pictures';
import type { ProductImage } from './product.entity';

@Injectable()
export class ImagesMapper {
  constructor(private readonly pictures: Pictures) {}

  toImageDto({ id, storageKey, alt, width, height }: ProductImage): ImageDto {
    return {
      id,
      url: this.pictures.url(storageKey, width),
      srcset: this.pictures.srcset(storageKey, width),
      alt,
      width,
      height,
    };
  }
}
