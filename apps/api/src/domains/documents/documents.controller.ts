import { applyDecorators, Controller, Get, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { DocumentKind } from '@souk/contracts';
import { DocumentQuery, SalesDocuments } from '@souk/contracts/documents.dto';
import { OrderAccessQuery } from '@souk/contracts/orders.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/access';
import { CurrentActor, type MaybeActor } from '../../platform/access/actor';
import { attachment } from '../../platform/http/attachment';
import { isKnown, tagOf } from '../../platform/http/conditional';
import { IdPipe } from '../../platform/http/validation';
import { pdfOf, type PdfInfo } from '../../platform/pdf/pdf';
import type { Sheet } from '../../platform/pdf/sheet';
import { toDto } from './documents.mapper';
import { DocumentsQueries } from './documents.queries';
import { documentSheet, packingSheet } from './sheets';

/** Moves when the look of the papers does, so that nobody keeps the old one. */
const LOOK = 1;
const AsPdf = (description: string) =>
  applyDecorators(
    ApiProduces('application/pdf'),
    ApiOkResponse({
      description,
      headers: { ETag: { schema: { type: 'string' } } },
      schema: { type: 'string', format: 'binary' },
    }),
    ApiResponse({ status: 304, description: 'It is still what `If-None-Match` names.' }),
  );

/**
 * Papers of an order, for all who see it: its customer, a guest with `token` and staff those of every part, vendors those
 * of their own.
 */
@Controller('orders/:id')
@Public()
export class DocumentsController {
  constructor(private readonly queries: DocumentsQueries) {}

  /** Invoices and credit notes, oldest first. None before the order is paid. */
  @Get('documents')
  async list(
    @Param('id', IdPipe) id: number,
    @Query() { token }: OrderAccessQuery,
    @CurrentActor() actor: MaybeActor,
  ): Promise<SalesDocuments> {
    return { items: (await this.queries.listed({ actor, token: token ?? null }, id)).map(toDto) };
  }

  /** One invoice per store that sold something, each on pages of its own. They are there once the order is paid. */
  @Get('invoice.pdf')
  @AsPdf('The invoices.')
  invoice(
    @Param('id', IdPipe) id: number,
    @Query() query: DocumentQuery,
    @CurrentActor() actor: MaybeActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | null> {
    return this.documents('invoice', id, query, actor, request, reply);
  }

  /** One credit note for each amount that went back, each on pages of its own. */
  @Get('credit-notes.pdf')
  @AsPdf('The credit notes.')
  creditNotes(
    @Param('id', IdPipe) id: number,
    @Query() query: DocumentQuery,
    @CurrentActor() actor: MaybeActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | null> {
    return this.documents('credit_note', id, query, actor, request, reply);
  }

  /** What goes into the parcel, without prices: one sheet per store that ships something. */
  @Get('packing-slip.pdf')
  @AsPdf('The packing slips.')
  async packingSlip(
    @Param('id', IdPipe) id: number,
    @Query() { token, part }: DocumentQuery,
    @CurrentActor() actor: MaybeActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | null> {
    const view = await this.queries.shipped({ actor, token: token ?? null }, id, part);
    const sheets = view.parts.map((shipped) => packingSheet(view, shipped));
    return answer(
      sheets,
      { title: `Packing slip ${view.order.number}`, date: view.order.dateOrdered },
      request,
      reply,
    );
  }

  private async documents(
    kind: DocumentKind,
    orderId: number,
    { token, part }: DocumentQuery,
    actor: MaybeActor,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile | null> {
    const [first, ...others] = await this.queries.find({ actor, token: token ?? null }, orderId, kind, part);
    const name = kind === 'invoice' ? 'Invoice' : 'Credit note';
    const title =
      others.length === 0 ? `${name} ${first.number}` : `${name}s of order ${first.content.orderNumber}`;
    const sheets = [first, ...others].map(documentSheet);
    return answer(sheets, { title, date: first.issuedAt }, request, reply);
  }
}

/** Printed only for those who do not have it already. */
async function answer(
  sheets: Sheet[],
  info: Omit<PdfInfo, 'author'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<StreamableFile | null> {
  const tag = tagOf(JSON.stringify([LOOK, sheets]));
  void reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (isKnown(request, tag)) {
    void reply.code(304);
    return null;
  }
  const bytes = await pdfOf(sheets, { ...info, author: sheets.map(({ from }) => from.name).join(', ') });
  return new StreamableFile(bytes, {
    type: 'application/pdf',
    disposition: attachment(`${info.title}.pdf`),
    length: bytes.length,
  });
}
