import { hash } from 'node:crypto';
import type { Sheet } from '#libs/sheet';

/** Characters of a paragraph from which on copying it means something, of a sequence that is hashed, and hashes kept. */
const LONG = 40;
const SEQUENCE = 8;
const KEPT = 4;
const MOST_PARAGRAPHS = 200;

/**
 * Marks by which reports with like paragraphs find each other: of every long paragraph the smallest hashes of its character
 * sequences (min-hash, Broder 1997), as decimal strings of signed 64-bit numbers. Equal paragraphs have equal marks; of
 * paragraphs that are 90 % alike at least one of four is shared nearly always.
 */
export function marksOf(sections: Sheet['sections']): readonly string[] {
  const paragraphs = Object.values(sections).flatMap((text) => text.split('\n').map((line) => line.replace(/\s/g, '')));
  const marks = paragraphs
    .filter(({ length }) => length >= LONG)
    .slice(0, MOST_PARAGRAPHS)
    .flatMap(smallest);
  return [...new Set(marks)].map(String);
}

function smallest(paragraph: string): bigint[] {
  const hashes = new Set<bigint>();
  for (let at = 0; at + SEQUENCE <= Math.min(paragraph.length, 2_000); at += 1) {
    hashes.add(hash('sha256', paragraph.slice(at, at + SEQUENCE), 'buffer').readBigInt64BE(0));
  }
  return [...hashes].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).slice(0, KEPT);
}
