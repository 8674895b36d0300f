import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createApp } from '../src/bootstrap';
import { readConfig } from '../src/config/config';
import { Relay } from '../src/platform/events/relay';
import { openApiDocument } from '../src/platform/http/openapi';
import { Client } from './client';
import { ContractCheck } from './contract-check';
import { emptyDatabase } from './empty-database';

export interface TestApp {
  app: NestFastifyApplication;
  /** Anonymous; `as()` signs somebody in. Checks every answer against the OpenAPI document. */
  client: Client;
  document: OpenAPIObject;
  dataDir: string;
  databaseUrl: string;
  /** Resolves when all that follows from what was done has happened. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Of the first application that a worker starts: decorators say the same for all that follow. */
let contract: ContractCheck | undefined;

/** The whole application on an empty database of the kind that this run tests. */
export async function startApp(env: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'souk-test-'));
  const databaseUrl = env.DATABASE_URL ?? (await emptyDatabase());
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    RATE_LIMIT_SCALE: '0',
    SOCIAL: 'off',
    WEB_ROOT: join(dataDir, 'no-web'),
    JWT_SECRET: 'a secret that is only good for tests, 32 bytes',
    ...env,
  });
  const app = await createApp(config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  contract ??= new ContractCheck(openApiDocument(app));
  return {
    app,
    client: new Client(app, contract),
    document: contract.document,
    dataDir,
    databaseUrl,
    settled: () => app.get(Relay).drained(),
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
