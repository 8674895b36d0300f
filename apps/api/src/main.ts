import type { INestApplication } from '@nestjs/common';
import { createApp, keepFilesPrivate, listen } from './bootstrap';
import { readConfig, type Config } from './config/config';
import { DEMO_LOGINS, DEMO_PASSWORD } from './demo/demo-logins';
import { mailFolder } from './platform/mail/folder-mail';

async function main(): Promise<void> {
  keepFilesPrivate();
  const config = readConfig();
  const app = await createApp(config);
  await app.init();
  if (config.worker === 'only') return console.log('\n  Souk runs jobs here, without HTTP.\n');
  const isDemo = config.demo && (await seedDemo(app));
  announce(await listen(app, config), config, isDemo);
}

async function seedDemo(app: INestApplication): Promise<boolean> {
  const { DemoSeeder } = await import('./demo/demo-seeder');
  return app.get(DemoSeeder).seedOnce();
}

/** For people; everything else that the process says is a line of JSON. */
function announce(url: string, config: Config, isDemo: boolean): void {
  console.log(`\n  Souk is open at ${url}\n  API reference at ${url}/api/docs`);
  if (!config.smtpUrl) console.log(`  Mails are at ${url}/dev/mail, and files in ${mailFolder(config)}`);
  if (isDemo) {
    console.log('\n  Demo logins:');
    for (const { username, note } of DEMO_LOGINS) console.log(`    ${username} / ${DEMO_PASSWORD}   ${note}`);
  }
  console.log('');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
