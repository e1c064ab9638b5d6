import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isRoute, policyOfRoute } from './access.js';

/** The process does not start with a route that has no line in the table of policies, nor with one that allows nobody. */
export function refuseOpenRoutes(app: Pick<NestFastifyApplication, 'get'>): void {
  const open: string[] = [];
  for (const { instance, metatype } of app.get(DiscoveryService).getControllers()) {
    const prototype: object = Object.getPrototypeOf(instance);
    for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
      const handler = (prototype as Record<string, () => void>)[name]!;
      if (!isRoute(handler)) continue;
      const policy = policyOfRoute(handler);
      if (policy === undefined || policy.who.length === 0) open.push(`${metatype?.name}.${name}`);
    }
  }
  if (open.length > 0) throw new Error(`routes without a line in POLICIES (libs/authorization): ${open.join(', ')}`);
}
