import { createApp, keepFilesPrivate } from './bootstrap';
import { readConfig } from './config/config';

/** Jobs without HTTP: hands out committed facts and finishes what others left, until it is told to stop. */
async function work(): Promise<void> {
  keepFilesPrivate();
  const app = await createApp({ ...readConfig(), worker: 'only' });
  await app.init();
}

work().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
