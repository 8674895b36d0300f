import { parseArgs } from 'node:util';
import { createApp, keepFilesPrivate } from './bootstrap';
import { readConfig } from './config/config';
import { LargeCatalogue } from './demo/large-catalogue';
import { LargeCatalogueModule } from './demo/large-catalogue.module';

const MOST = 1_000_000;

async function seed(): Promise<void> {
  keepFilesPrivate();
  const { values } = parseArgs({ options: { products: { type: 'string' } } });
  const count = Number(values.products);
  if (!Number.isInteger(count) || count < 1 || count > MOST) {
    throw new Error(`Say how many products, 1 to ${MOST}: npm run seed -- --products 10000`);
  }
  const app = await createApp({ ...readConfig(), worker: 'off', demo: false }, false, [LargeCatalogueModule]);
  await app.init();
  const start = performance.now();
  const report = await app
    .get(LargeCatalogue)
    .grow(count, (done) => process.stdout.write(`\r${done} of ${count} products`));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `\r${report.products} products with ${report.variants} variants in ${report.stores} stores, ${seconds} s`,
  );
  await app.close();
}

seed().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
