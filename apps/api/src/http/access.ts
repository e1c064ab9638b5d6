import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role } from '#libs/evaluation';

/** Who may use a route: anybody, or who is logged in and holds one of the roles. */
export type Access = 'public' | readonly (Role | 'everybody')[];

export const ACCESS = 'access';
export const BEFORE_NEW_PASSWORD = 'before-new-password';

/** Without a session. */
export function Public() {
  return applyDecorators(SetMetadata(ACCESS, 'public' satisfies Access), ApiExtension('x-access', ['public']));
}

/** With a session and one of the roles, over whatever unit; which objects it may touch is asked where they are known. */
export function Allow(...roles: readonly (Role | 'everybody')[]) {
  return applyDecorators(SetMetadata(ACCESS, roles satisfies Access), ApiExtension('x-access', [...roles]));
}

/** Also while the one-time password has not been replaced. */
export const BeforeNewPassword = () => SetMetadata(BEFORE_NEW_PASSWORD, true);
