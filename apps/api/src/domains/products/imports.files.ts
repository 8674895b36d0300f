import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { In, LessThan, Not } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { Storage } from '../../platform/storage/storage';
import { StoresQueries } from '../stores/stores.queries';
import { UserErased } from '../users/users.events';
import { Import } from './import.entity';
import { ImportFilesLeft } from './imports.events';

/** Long enough to look into one when a vendor asks what became of it. */
const KEPT_MS = 7 * 24 * 3600_000;
const KEYS_PER_FACT = 500;

/** Uploaded files. Each has an end after that of its import; the import itself stays, with all that it tells. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly stores: StoresQueries,
    private readonly events: Events,
    housekeeping: Housekeeping,
  ) {
    housekeeping.contributeWork((most) => this.deleteOld(most));
    events.during(UserErased, ({ userId }) => this.forget(userId));
    events.on(ImportFilesLeft, 'import-files', async ({ keys }) => {
      for (const key of keys) await this.delete(key);
    });
  }

  /** @param record puts on record what the file is for; when that fails, the file goes again */
  async keep<T>(bytes: Buffer, record: (key: string) => Promise<T>): Promise<T> {
    const key = `imports/${randomUUID()}.csv`;
    await this.storage.put('private', key, bytes);
    try {
      return await record(key);
    } catch (error) {
      await this.delete(key);
      throw error;
    }
  }

  async read(key: string): Promise<Buffer> {
    return buffer(await this.storage.read('private', key));
  }

  /** All that a vendor has ever imported. The files go once that is committed. */
  private async forget(vendorId: number): Promise<void> {
    const imports = this.database.repository(Import);
    const ofVendor = { storeId: In(await this.stores.idsOwnedBy(vendorId)) };
    const kept = await imports.find({ where: { ...ofVendor, fileKey: Not('') }, select: { fileKey: true } });
    await imports.delete(ofVendor);
    const keys = kept.map(({ fileKey }) => fileKey);
    for (let start = 0; start < keys.length; start += KEYS_PER_FACT)
      await this.events.publish(new ImportFilesLeft(keys.slice(start, start + KEYS_PER_FACT)));
  }

  private async deleteOld(most: number): Promise<number> {
    const imports = this.database.repository(Import);
    const old = await imports.find({
      where: { finishedAt: LessThan(new Date(Date.now() - KEPT_MS)), fileKey: Not('') },
      select: { id: true, fileKey: true },
      take: most,
    });
    for (const { id, fileKey } of old) {
      await this.delete(fileKey);
      await this.database.repository(Import).update({ id }, { fileKey: '' });
    }
    return old.length;
  }

  private delete(key: string): Promise<void> {
    return this.storage.delete('private', key);
  }
}
