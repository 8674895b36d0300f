import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ACCESS } from './access';

/** @throws Error that names every route without an access decorator. */
export function refuseUnclassifiedRoutes(app: INestApplication): void {
  const reflector = app.get(Reflector);
  const scanner = app.get(MetadataScanner);
  const open = app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, handler: prototype[name] }))
        .filter(({ handler }) => handler && Reflect.hasMetadata(PATH_METADATA, handler))
        .filter(
          ({ handler }) => handler && metatype && !reflector.getAllAndOverride(ACCESS, [handler, metatype]),
        )
        .map(({ name }) => `${metatype?.name}.${name}`);
    });
  if (open.length > 0) throw new Error(`Routes without an access decorator: ${open.join(', ')}`);
}
