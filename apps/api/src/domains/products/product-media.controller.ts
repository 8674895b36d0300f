import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import { DigitalFileDto, ImageDto, ImageFields, ImagePatch } from '@souk/contracts/product-media.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/access';
import { Writes } from '../../platform/access/scopes';
import { ApiUpload, readUpload, receiveUpload } from '../../platform/http/upload';
import { IdPipe, validationPipe } from '../../platform/http/validation';
import { DigitalFilesService } from './digital-files.service';
import { ImagesMapper } from './images.mapper';
import { ImagesService } from './images.service';
import type { ProductFile } from './product.entity';
import { ProductOwnerGuard } from './products.guard';

/** What a vendor uploads for a product. */
@Controller('products/:id')
@Allow('owner', ProductOwnerGuard)
@Writes('products')
export class ProductMediaController {
  constructor(
    private readonly images: ImagesService,
    private readonly files: DigitalFilesService,
    private readonly mapper: ImagesMapper,
  ) {}

  /** Adds a picture at the end of the gallery: JPEG, PNG, WebP or AVIF, up to 10 MB; 12 pictures at most. */
  @Post('images')
  @ApiUpload({ alt: { type: 'string', description: 'What the picture shows; up to 200 characters.' } })
  async addImage(
    @Param('id', IdPipe) id: number,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImageDto> {
    const { bytes, fields } = await readUpload(request, LIMITS.imageUpload.bytes);
    const { alt } = (await validationPipe().transform(fields, {
      type: 'body',
      metatype: ImageFields,
    })) as ImageFields;
    const image = await this.images.add(id, bytes, alt);
    void reply.header('location', `/api/products/${id}/images/${image.id}`);
    return this.mapper.toImageDto(image);
  }

  /** Describes a picture, or moves it within the gallery. */
  @Patch('images/:imageId')
  async updateImage(
    @Param('id', IdPipe) id: number,
    @Param('imageId', IdPipe) imageId: number,
    @Body() input: ImagePatch,
  ): Promise<ImageDto> {
    return this.mapper.toImageDto(await this.images.update(id, imageId, input));
  }

  /** Takes a picture out of the gallery; the others move up. */
  @Delete('images/:imageId')
  @HttpCode(204)
  async deleteImage(
    @Param('id', IdPipe) id: number,
    @Param('imageId', IdPipe) imageId: number,
  ): Promise<void> {
    await this.images.delete(id, imageId);
  }

  /** The file that a digital product delivers: any kind, up to 100 MB. A later one takes its place. */
  @Put('file')
  @ApiUpload()
  async setFile(@Param('id', IdPipe) id: number, @Req() request: FastifyRequest): Promise<DigitalFileDto> {
    await this.files.expectDigital(id);
    const { name, kept } = await receiveUpload(request, LIMITS.digitalFile.bytes, (bytes) =>
      this.files.keep(bytes),
    );
    return toDigitalFileDto(await this.files.set(id, name, kept));
  }

  /** What is known of the file; buyers get the file itself from their order. */
  @Get('file')
  async file(@Param('id', IdPipe) id: number): Promise<DigitalFileDto> {
    return toDigitalFileDto(await this.files.get(id));
  }
}

const toDigitalFileDto = ({ fileName, size, uploadedAt }: ProductFile): DigitalFileDto => ({
  fileName,
  size,
  uploadedAt: uploadedAt.toISOString(),
});
