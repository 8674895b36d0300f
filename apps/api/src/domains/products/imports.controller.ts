import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { LIMITS } from '@souk/contracts';
import { PageQuery } from '@souk/contracts/common.dto';
import { ImportDto, ImportFields, ImportPage } from '@souk/contracts/imports.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/access';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { CodedError } from '../../platform/http/errors';
import { ApiUpload, readUpload } from '../../platform/http/upload';
import { IdPipe, validationPipe } from '../../platform/http/validation';
import { StoreOwnerGuard } from '../stores/stores.guard';
import { toImportDto, toImportSummary } from './imports.mapper';
import { ImportsQueries } from './imports.queries';
import { ImportsService } from './imports.service';
import { ProductsCsv } from './products-csv';

/** A store's catalogue as a file, in and out. */
@Controller('stores/:id')
@Allow('owner', StoreOwnerGuard)
@Writes('products')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly queries: ImportsQueries,
    private readonly csv: ProductsCsv,
  ) {}

  /**
   * Imports a product file as Shopify exports it, or as `products.csv` here: in UTF-8 or UTF-16, between commas,
   * semicolons or tabs. The work is queued; follow it at `Location`. Rows that cannot be taken and columns that have
   * no place here are reported, the rest is taken. A product that was imported before, by its handle, is updated.
   */
  @Post('imports')
  @HttpCode(202)
  @ApiUpload({ dryRun: { type: 'boolean', description: 'Change nothing, report the problems.' } })
  async start(
    @Param('id', IdPipe) id: number,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportDto> {
    const upload = await readUpload(request, LIMITS.importFile.bytes).catch(adviseToSplit);
    const { dryRun = false } = (await validationPipe().transform(upload.fields, {
      type: 'body',
      metatype: ImportFields,
    })) as ImportFields;
    const queued = await this.imports.start(id, upload, dryRun);
    void reply.header('location', `/api/stores/${id}/imports/${queued.id}`);
    return toImportDto(queued, []);
  }

  /** The store's imports, newest first. */
  @Get('imports')
  async list(@Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<ImportPage> {
    const { items, ...rest } = await this.queries.ofStore(id, query);
    const counts = await this.queries.problemCounts(items.map((job) => job.id));
    return { ...rest, items: items.map((job) => toImportSummary(job, counts.get(job.id) ?? 0)) };
  }

  /** How far an import has come, and what it could not take. */
  @Get('imports/:importId')
  async get(
    @Param('id', IdPipe) id: number,
    @Param('importId', IdPipe) importId: number,
  ): Promise<ImportDto> {
    const job = await this.queries.find(id, importId);
    return toImportDto(job, await this.queries.problemsOf(job.id));
  }

  /**
   * Takes a whole import back; follow it at `Location`. Products that it made are deleted, those that it updated get
   * back what they were, pictures included; categories that it made go when they are empty. Stock moves by what the
   * import added, so that what was sold since stays sold. Products that were changed since are kept as they are, and
   * reported as problems.
   */
  @Post('imports/:importId/undo')
  @HttpCode(202)
  @ApiErrors('INVALID_TRANSITION')
  async undo(
    @Param('id', IdPipe) id: number,
    @Param('importId', IdPipe) importId: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportDto> {
    const job = await this.imports.undo(id, importId);
    void reply.header('location', `/api/stores/${id}/imports/${importId}`);
    return toImportDto(job, await this.queries.problemsOf(importId));
  }

  /** All products of the store with Shopify's columns; an import takes the file back without loss. */
  @Get('products.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  export(@Param('id', IdPipe) id: number, @Req() request: FastifyRequest): StreamableFile {
    const origin = `${request.protocol}://${request.host}`;
    return new StreamableFile(this.csv.ofStore(id, origin), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="products-${id}.csv"`,
    });
  }
}

function adviseToSplit(error: unknown): never {
  if (!(error instanceof CodedError) || error.code !== 'PAYLOAD_TOO_LARGE') throw error;
  const advice = 'Split it into several, each with the first line, and keep the rows of a product together.';
  throw new CodedError('PAYLOAD_TOO_LARGE', `${error.message} ${advice}`);
}
