import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { isCommon } from './common-passwords.js';
import { classesIn, PASSWORD_POLICIES, type PasswordPolicy } from './password-policy.js';
import { identityRefusal } from './refusals.js';

/** argon2id (the library's default) with OWASP's second set: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Without letters and digits that are confused when read aloud or from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The same characters typed on another keyboard are the same password. */
const typed = (password: string): string => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(typed(password), COST);
}

/** Of an account that does not exist (undefined) every password is wrong, after the same work. */
export async function isPassword(password: string, hashed: string | undefined): Promise<boolean> {
  nobody ??= hashPassword(oneTimePassword());
  const right = await verify(hashed ?? (await nobody), typed(password)).catch(() => false);
  return right && hashed !== undefined;
}

let nobody: Promise<string> | undefined;

/** 16 characters in four groups, 79 bits: to be printed once and replaced at the first log-in. */
export const oneTimePassword = (): string => readable(4);

/** So many groups of four characters that can be read aloud, about 20 bits each. */
export function readable(groups: number): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/**
 * Refuses what the policy does not allow: too short or too long, of too few classes of characters, what everybody tries
 * first, and what repeats the log-in or a few characters over and over.
 */
export function checkPassword(
  password: string,
  login: string,
  pointer = '/password',
  { least, most, classes }: PasswordPolicy = PASSWORD_POLICIES.asvs,
): void {
  const characters = [...typed(password)];
  if (characters.length < least) throw identityRefusal('password.too-short', { pointer, least });
  if (characters.length > most) throw identityRefusal('password.too-long', { pointer, most });
  if (classesIn(typed(password)) < classes) throw identityRefusal('password.too-simple', { pointer, classes });
  const plain = typed(password).toLowerCase();
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
  const rest = login.length >= 3 ? letters.replaceAll(login.replace(/[^a-z0-9]/g, '') || '\0', '') : letters;
  if (new Set(characters).size < 5 || isCommon(plain) || [...rest].length < least / 2)
    throw identityRefusal('password.too-common', { pointer });
}
