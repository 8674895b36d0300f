import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { Config } from '../../config/config';
import { databaseOptions, openDataSource } from './data-source';
import { Database } from './database';

@Global()
@Module({})
export class DatabaseModule {
  static with(entities: NonNullable<DataSourceOptions['entities']>): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => ({
            ...databaseOptions(config, entities),
            migrationsRun: true,
            retryAttempts: 0,
          }),
          dataSourceFactory: async (options) => {
            if (!options) throw new Error('No database options.');
            return openDataSource(options);
          },
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}
