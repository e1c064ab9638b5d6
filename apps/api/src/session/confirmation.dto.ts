import type { NewKey, Proof, Signed } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { Anything, Shaped, Text } from '../http/fields.js';

/** One of three: the code of the app or a recovery code, what a key signed, or, without a factor, the password. */
export class ConfirmationDto {
  @Text(6, 40, { optional: true, example: '123456', description: 'six digits, or a recovery code' })
  readonly code?: string | null;
  @Anything(
    { type: 'object', additionalProperties: true },
    { optional: true, description: 'AuthenticationResponseJSON (WebAuthn) over the challenge asked for before' },
  )
  readonly signed?: unknown;
  @Text(1, 512, { optional: true, description: 'only where no second factor is enrolled' })
  readonly password?: string | null;
}

export class CodeDto {
  @Shaped(/^\d{3} ?\d{3}$/, { example: '123456' }) readonly code!: string;
}

export class PasskeyDto {
  @Text(1, 60, { example: '办公室的钥匙', description: 'what its holder calls it' }) readonly name!: string;
  @Anything(
    { type: 'object', additionalProperties: true },
    { description: 'RegistrationResponseJSON (WebAuthn) over the challenge asked for before' },
  )
  readonly key!: unknown;
}

/** Refuses none and more than one. */
export function proofOf({ code, signed, password }: ConfirmationDto): Proof {
  const given = [code, signed, password].filter((one) => one !== undefined && one !== null);
  if (given.length !== 1) throw malformed('/code', 'field.isDefined');
  if (typeof code === 'string') return { code };
  if (typeof password === 'string') return { password };
  return { signed: object(signed, '/signed') as unknown as Signed };
}

export const keyOf = ({ key }: PasskeyDto): NewKey => object(key, '/key') as unknown as NewKey;

/** An object whose `response` is one, too; what is in it, the library checks. */
function object(value: unknown, pointer: string): object {
  const inner = (value as { response?: unknown } | null)?.response;
  if (typeof value !== 'object' || typeof inner !== 'object' || inner === null)
    throw malformed(pointer, 'field.isObject');
  return value as object;
}

const malformed = (pointer: string, code: 'field.isDefined' | 'field.isObject'): DomainError =>
  new DomainError('invalid', 'request.invalid', { errors: [{ pointer, code, details: {} }] });
