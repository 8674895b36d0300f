import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { readConfig, type Config } from './config/config';
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
