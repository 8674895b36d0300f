import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { LogLevel, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { localUrl, readConfig, type Config } from './config/config';
import { configure, newAdapter } from './platform/http/server';

/**
 * @param logger what of the start is told besides the error that is thrown
 * @param others modules that only this process needs
 */
export async function createApp(
  config: Config = readConfig(),
  logger: LogLevel[] | false = ['error', 'warn'],
  others: Type[] = [],
): Promise<NestFastifyApplication> {
  // its drawings weigh 40 MB of memory, for a marketplace that has goods of its own
  const demo = config.demo ? [(await import('./demo/demo.module')).DemoModule] : [];
  const modules = AppModule.with(config, [...demo, ...others]);
  const app = await NestFactory.create<NestFastifyApplication>(modules, newAdapter(config), {
    bufferLogs: true,
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  return configure(app, config);
}

/** What the process writes, the database among it, is for its own user: files 0600, folders 0700. */
export function keepFilesPrivate(): void {
  process.umask(0o077);
}

/** Tells mails too where the server is, unless somebody has said `PUBLIC_URL`. @returns its address on this machine */
export async function listen(app: NestFastifyApplication, config: Config): Promise<string> {
  await app.listen({ port: config.port, host: config.host });
  const url = localUrl(config.host, (app.getHttpServer().address() as AddressInfo).port);
  config.siteUrl = config.publicUrl ?? url;
  return url;
}
