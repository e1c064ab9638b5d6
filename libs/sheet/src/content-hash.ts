import { hash } from 'node:crypto';
import { canonicalJson } from '#libs/kernel';
import type { Sheet } from './sheet.js';

/**
 * SHA-256, in hex, of the sheet's canonical JSON (RFC 8785): what a signature is bound to. It does not depend on the
 * order in which fields were written, and differs between a figure that is empty, 0, not applicable or absent. A sheet
 * without answers, or without attachments, has the hash it had before sheets had them.
 */
export function contentHash({ head, figures, indicators, sections, answers, attachments = {} }: Sheet): string {
  const answered = Object.keys(answers).length > 0 ? { answers } : {};
  const attached = Object.keys(attachments).length > 0 ? { attachments } : {};
  return hash('sha256', canonicalJson({ head, figures, indicators, sections, ...answered, ...attached }));
}
