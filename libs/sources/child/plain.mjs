import { refuse } from './refuse.mjs';

/** The lines of a text in UTF-8, UTF-16 with its mark, or GB 18030, which old Chinese programs write. */
export async function read(bytes) {
  const text = decoded(bytes);
  if (text.trim() === '') refuse('source.empty');
  return {
    blocks: text
      .replace(/^\ufeff/, '')
      .split(/\r\n|[\r\n\f\u2028]/)
      .map((line) => ({ text: line })),
  };
}

function decoded(bytes) {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encodings = mark === 'fffe' ? ['utf-16le'] : mark === 'feff' ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      const strange = text.match(/(?![\n\r\t\f\v])\p{Cc}/gu)?.length ?? 0;
      if (!text.includes('\0') && strange <= text.length / 100) return text;
    } catch {
      // not in this encoding
    }
  }
  return refuse('source.unknown-format', { found: '?' });
}
