import type { DomainError } from '#libs/kernel';
import type { EnclosedFile } from '../facts.js';
import { refusal } from '../refusals.js';

const MOST = 10;

/** Refuses more files with one remark, or with one item of a return, than anybody looks through. */
export function tooManyEnclosed(files: readonly EnclosedFile[] | undefined, pointer: string): DomainError | null {
  return (files?.length ?? 0) > MOST ? refusal('review.too-many-attachments', { pointer, most: MOST }) : null;
}
