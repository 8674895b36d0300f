import { Injectable } from '@nestjs/common';
import type { ImageDto } from '@souk/contracts/product-media.dto';
import { Pictures } from '../../platform/storage/pictures';
import type { ProductImage } from './product.entity';

@Injectable()
export class ImagesMapper {
  constructor(private readonly pictures: Pictures) {}

  toImageDto({ id, alt, colour, picture }: ProductImage): ImageDto {
    return {
      id,
      url: this.pictures.url(picture),
      srcset: this.pictures.srcset(picture),
      sources: this.pictures.sources(picture),
      alt,
      ...this.pictures.shownSize(picture),
      colour,
    };
  }
}
