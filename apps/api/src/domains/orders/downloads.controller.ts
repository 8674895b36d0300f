import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { DownloadDto } from '@souk/contracts/downloads.dto';
import { OrderAccessQuery } from '@souk/contracts/orders.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/access';
import { CurrentActor, type MaybeActor } from '../../platform/access/actor';
import { ApiErrors, ApiUnavailable } from '../../platform/http/api-errors';
import { attachment } from '../../platform/http/attachment';
import { CodedError } from '../../platform/http/errors';
import { rangeOf } from '../../platform/http/ranges';
import { IdPipe } from '../../platform/http/validation';
import { DownloadsService } from './downloads.service';

const binary = { schema: { type: 'string', format: 'binary' } };

@Controller()
@Public()
export class DownloadsController {
  constructor(private readonly downloads: DownloadsService) {}

  /**
   * A link to the file of a paid digital item, for its customer or with a guest's token. It ends after an hour, or when
   * the item is refunded; each link that is used counts as one of the item's downloads.
   */
  @Get('orders/:id/downloads/:itemId')
  async offer(
    @Param('id', IdPipe) id: number,
    @Param('itemId', IdPipe) itemId: number,
    @Query() { token }: OrderAccessQuery,
    @CurrentActor() actor: MaybeActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DownloadDto> {
    void reply.header('cache-control', 'private, no-store');
    return this.downloads.offer({ actor, token: token ?? null }, id, itemId);
  }

  /** The file itself, the newest that the vendor has given. A broken download goes on with `Range`. */
  @Get('downloads/:token')
  @ApiProduces('application/octet-stream')
  @ApiHeader({ name: 'Range', required: false, description: 'One range, such as `bytes=1000-`.' })
  @ApiHeader({ name: 'If-Range', required: false, description: 'ETag of the file that was begun.' })
  @ApiOkResponse({ ...binary, description: 'All of it; `HEAD` tells its size and does not count.' })
  @ApiResponse({ ...binary, status: 206, description: 'The range that was asked for.' })
  @ApiErrors('RANGE_NOT_SATISFIABLE')
  @ApiUnavailable()
  async download(
    @Param('token') token: string,
    @Req() { method, headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    void reply.header('cache-control', 'private, no-store');
    const { link, file } = await this.downloads.follow(token);
    const { size, storageKey } = file;
    const tag = `"${storageKey.replace(/^.*\//, '')}"`;
    const range = method === 'HEAD' ? null : rangeOf(headers, tag, size);
    if (range === 'unsatisfiable') {
      void reply.header('content-range', `bytes */${size}`);
      throw new CodedError('RANGE_NOT_SATISFIABLE', `The file has ${size} bytes; ask for some of these.`);
    }
    const bytes = method === 'HEAD' ? Readable.from([]) : await this.downloads.open(link, file, range);
    void reply.header('accept-ranges', 'bytes').header('etag', tag);
    if (range) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
    return new StreamableFile(bytes, {
      type: 'application/octet-stream',
      disposition: attachment(file.fileName),
      length: range ? range.end - range.start + 1 : size,
    });
  }
}
