import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS, type Access } from './access.js';

/** The process does not start with a route that does not say who may use it, nor with one that allows nobody. */
export function refuseOpenRoutes(app: NestFastifyApplication): void {
  const reflector = app.get(Reflector);
  const open: string[] = [];
  for (const { instance, metatype } of app.get(DiscoveryService).getControllers()) {
    const prototype: object = Object.getPrototypeOf(instance);
    for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
      const handler = (prototype as Record<string, () => void>)[name]!;
      if (!Reflect.hasMetadata(METHOD_METADATA, handler)) continue;
      const access = reflector.get<Access | undefined>(ACCESS, handler);
      if (access === undefined || access.length === 0) open.push(`${metatype?.name}.${name}`);
    }
  }
  if (open.length > 0) throw new Error(`routes without @Public() or @Allow(role): ${open.join(', ')}`);
}
