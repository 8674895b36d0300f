import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import type { DownloadDto } from '@souk/contracts/downloads.dto';
import { LessThan } from 'typeorm';
import { Database, isDuplicate } from '../../platform/database/database';
import { NotFound, PermissionDenied } from '../../platform/http/errors';
import type { ByteRange } from '../../platform/storage/storage';
import { DigitalFilesService } from '../products/digital-files.service';
import type { ProductFile } from '../products/product.entity';
import { StoresQueries } from '../stores/stores.queries';
import { DownloadLinks, type DownloadLink } from './download-links';
import { OrderDownload } from './order-download.entity';
import { OrderItem } from './order-item.entity';
import type { OrderPart } from './order-part.entity';
import { DownloadsUsedUp, FileNotThere, LinkWorthless } from './orders.errors';
import { OrdersQueries, type Reader } from './orders.queries';

const LIFE_MS = LIMITS.downloads.minutes * 60_000;

/** What buyers get of digital goods, as long as they have paid for them. */
@Injectable()
export class DownloadsService {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersQueries,
    private readonly files: DigitalFilesService,
    private readonly links: DownloadLinks,
    private readonly stores: StoresQueries,
  ) {}

  /**
   * A new link for the customer.
   * @throws PermissionDenied for others who see the order, and when the downloads are used up
   * @throws NotFound when there is nothing to download: not paid, called off, refunded, not digital
   * @throws FileNotThere while its store has not added the file
   */
  async offer(reader: Reader, orderId: number, itemId: number): Promise<DownloadDto> {
    const { standing, items, parts } = await this.orders.findVisible(reader, orderId);
    if (!standing.isCustomer) throw new PermissionDenied('Only the customer may download what was bought.');
    const item = items.some(({ id }) => id === itemId) && (await this.paid(itemId));
    if (!item) throw new NotFound('download');
    const file = await this.files.find(item.productId);
    if (!file) throw await this.notThere(parts.find(({ id }) => id === item.partId));
    const { fileName, size } = file;
    if (item.downloads >= LIMITS.downloads.max) throw new DownloadsUsedUp();
    const expiresAt = new Date(Math.ceil((Date.now() + LIFE_MS) / 1000) * 1000);
    return {
      url: `/api/downloads/${this.links.sign(itemId, expiresAt)}`,
      fileName,
      size,
      expiresAt: expiresAt.toISOString(),
      downloadsUsed: item.downloads,
      downloadsLimit: LIMITS.downloads.max,
    };
  }

  private async notThere(part: OrderPart | undefined): Promise<FileNotThere> {
    const store = part && (await this.stores.byIds([part.storeId])).get(part.storeId);
    return new FileNotThere(part?.storeName ?? 'the store', store?.email ?? null);
  }

  /** What the link leads to now. @throws LinkWorthless */
  async follow(token: string): Promise<{ link: DownloadLink; file: ProductFile }> {
    const link = this.links.read(token);
    const item = link && (await this.paid(link.itemId));
    if (!item) throw new LinkWorthless();
    return { link, file: await this.files.get(item.productId) };
  }

  /** Counts the link when it is used for the first time. @throws DownloadsUsedUp */
  async open(link: DownloadLink, file: ProductFile, range: ByteRange | null): Promise<Readable> {
    if (!(await this.isCounted(link))) await this.count(link);
    return this.files.read(file, range);
  }

  private async count({ id: link, itemId }: DownloadLink): Promise<void> {
    const counting = this.database.run(async () => {
      // before the insert, whose foreign key would lock the item against the others who count
      const { affected } = await this.database
        .repository(OrderItem)
        .increment({ id: itemId, downloads: LessThan(LIMITS.downloads.max) }, 'downloads', 1);
      if (affected === 1)
        await this.database.repository(OrderDownload).insert({ link, itemId, startedAt: new Date() });
      else if (!(await this.isCounted({ id: link }))) throw new DownloadsUsedUp();
    });
    await counting.catch((error: unknown) => {
      // another request with the same link was faster
      if (!isDuplicate(error)) throw error;
    });
  }

  private isCounted({ id: link }: Pick<DownloadLink, 'id'>): Promise<boolean> {
    return this.database.repository(OrderDownload).existsBy({ link });
  }

  /** A digital item that is paid for, not called off, of which not all went back, and not of somebody whose account is closed. */
  private paid(itemId: number): Promise<OrderItem | null> {
    return this.database
      .repository(OrderItem)
      .createQueryBuilder('item')
      .innerJoin('item.order', 'placed')
      .innerJoin('item.part', 'part')
      .leftJoin('placed.customer', 'customer')
      .where('item.id = :itemId AND item.digital = :yes', { itemId, yes: true })
      .andWhere('placed.complete = :yes AND part.status <> :cancelled', { cancelled: 'cancelled' })
      .andWhere('item.refundedQuantity < item.quantity')
      .andWhere('(placed.customerId IS NULL OR customer.isActive = :yes)')
      .getOne();
  }
}
