import { refuse } from './refuse.mjs';

/** Relationships that Office writes into ordinary files and that nothing here follows: they are left out. */
const LEFT_OUT = /\/(?:hyperlink|attachedTemplate)$/;
const MOST_MERGED = 20_000;

/**
 * An XML part without what could reach outside: a document type or an entity refuses the file, and so does a relationship
 * to anything outside it, but for links and the name of a template, which are taken out.
 */
export function checked(name, bytes) {
  if (bytes[0] === 0xfe || bytes[0] === 0xff || bytes.subarray(0, 200).includes(0))
    refuse('source.unsafe', { why: 'encoding' });
  if (
    bytes.includes('<!DOCTYPE') ||
    bytes.includes('<!ENTITY') ||
    /<!(?:doctype|entity)/i.test(bytes.toString('latin1', 0, 4_096))
  )
    refuse('source.unsafe', { why: 'document-type' });
  if (/\.rels$/i.test(name)) return Buffer.from(withoutLinks(bytes.toString('utf8')));
  if (/worksheets\//.test(name)) refuseMerges(bytes);
  return bytes;
}

function withoutLinks(rels) {
  return rels.replace(/<(?:\w+:)?Relationship\s[^>]*>/g, (element) => {
    if (!/TargetMode\s*=\s*["']External["']/i.test(element)) return element;
    const [, type = ''] = /\sType\s*=\s*["']([^"']*)["']/.exec(element) ?? [];
    if (LEFT_OUT.test(type)) return '';
    return refuse('source.unsafe', { why: 'external-reference', found: type.split('/').at(-1) });
  });
}

function refuseMerges(bytes) {
  let count = 0;
  for (let at = bytes.indexOf('<mergeCell '); at >= 0; at = bytes.indexOf('<mergeCell ', at + 11)) {
    count += 1;
    if (count > MOST_MERGED) refuse('source.unsafe', { why: 'merged-cells', most: MOST_MERGED });
  }
}
