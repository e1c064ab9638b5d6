import { applyDecorators, SetMetadata } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ApiExtension } from '@nestjs/swagger';
import { type Policy, policyOf } from '#libs/authorization';
import type { Lack } from '#libs/identity';

export const BEFORE = 'before';
export const CONFIRMATION = 'confirmation';

/**
 * The policy of a route: the line of `POLICIES` (libs/authorization) that has the name of its `@ApiOperation`. Undefined:
 * nobody may use it. Which objects it may touch is asked where they are known.
 */
export function policyOfRoute(handler: object): Policy | undefined {
  return policyOf(operationOf(handler));
}

/** Whether the method of a controller is a route at all. */
export const isRoute = (handler: object): boolean => Reflect.hasMetadata(METHOD_METADATA, handler);

export function operationOf(handler: object): string | undefined {
  const told: unknown = Reflect.getMetadata('swagger/apiOperation', handler);
  const { operationId } = (told ?? {}) as { readonly operationId?: unknown };
  return typeof operationId === 'string' ? operationId : undefined;
}

/** Also while the session still lacks this: the second factor, a password of one's own, the enrolment of a factor. */
export const Before = (...lacks: readonly Lack[]) => SetMetadata(BEFORE, lacks);

/** Only when the person has proved within the last five minutes who it is; what is asked for otherwise says how to. */
export function NeedsConfirmation() {
  return applyDecorators(SetMetadata(CONFIRMATION, true), ApiExtension('x-confirmation', true));
}
