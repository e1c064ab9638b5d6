import WordExtractor from 'word-extractor';
import { refuse } from './refuse.mjs';

/** Bit of the file's head that says its text is encrypted. */
const ENCRYPTED = 0x0100;

/** Lines of a .doc. The format keeps a table's cells as lines with tabs: the reader of texts finds the table again. */
export async function read(bytes) {
  const at = bytes.indexOf(Buffer.from('eca5', 'hex'));
  if (at >= 0 && bytes.readUInt16LE(at + 10) & ENCRYPTED) refuse('source.encrypted');
  const document = await new WordExtractor().extract(bytes);
  const text = document.getBody();
  if (text.trim() === '') refuse('source.no-text');
  return { blocks: text.split('\n').map((line) => ({ text: line })) };
}
