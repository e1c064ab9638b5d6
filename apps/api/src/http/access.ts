import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role } from '#libs/evaluation';
import type { Lack } from '#libs/identity';

/** Who may use a route: anybody, or who is logged in and holds one of the roles. */
export type Access = 'public' | readonly (Role | 'everybody')[];

export const ACCESS = 'access';
export const BEFORE = 'before';
export const CONFIRMATION = 'confirmation';

/** Without a session. */
export function Public() {
  return applyDecorators(SetMetadata(ACCESS, 'public' satisfies Access), ApiExtension('x-access', ['public']));
}

/** With a session and one of the roles, over whatever unit; which objects it may touch is asked where they are known. */
export function Allow(...roles: readonly (Role | 'everybody')[]) {
  return applyDecorators(SetMetadata(ACCESS, roles satisfies Access), ApiExtension('x-access', [...roles]));
}

/** Also while the session still lacks this: the second factor, a password of one's own, the enrolment of a factor. */
export const Before = (...lacks: readonly Lack[]) => SetMetadata(BEFORE, lacks);

/** Only when the person has proved within the last five minutes who it is; what is asked for otherwise says how to. */
export function NeedsConfirmation() {
  return applyDecorators(SetMetadata(CONFIRMATION, true), ApiExtension('x-confirmation', true));
}
