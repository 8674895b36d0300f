import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './bootstrap';
import { readConfig } from './config/config';
import { DEMO_LOGINS, DEMO_PASSWORD } from './demo/demo-logins';
import { DemoSeeder } from './demo/demo-seeder';

async function main(): Promise<void> {
  const config = readConfig();
  const app = await createApp(config);
  await app.init();
  const demo = app.get(DemoSeeder);
  const isDemo = config.demo && (await demo.seedOnce());
  await app.listen({ port: config.port, host: config.host });
  announce(app, config.host, isDemo);
}

/** For people; everything else that the process says is a line of JSON. */
function announce(app: NestFastifyApplication, host: string, isDemo: boolean): void {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : '';
  console.log(
    `\n  Souk is open at http://${host}:${port}\n  API reference at http://${host}:${port}/api/docs`,
  );
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
