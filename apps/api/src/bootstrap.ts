import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { localUrl, readConfig, type Config } from './config/config';
import { configure, newAdapter } from './platform/http/server';

export async function createApp(config: Config = readConfig()): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), newAdapter(config), {
    bufferLogs: true,
    logger: ['error', 'warn'],
    bodyParser: false,
    abortOnError: false,
  });
  return configure(app, config);
}

/** Tells mails too where the server is, unless somebody has said `PUBLIC_URL`. @returns its address on this machine */
export async function listen(app: NestFastifyApplication, config: Config): Promise<string> {
  await app.listen({ port: config.port, host: config.host });
  const url = localUrl(config.host, (app.getHttpServer().address() as AddressInfo).port);
  config.siteUrl = config.publicUrl ?? url;
  return url;
}
