import { refuse } from './refuse.mjs';
import { unpack } from './unpack.mjs';

/** What other files begin with, by the name a person knows them by. */
const OTHERS = [
  ['PNG', '89504e47'],
  ['JPEG', 'ffd8ff'],
  ['GIF', '47494638'],
  ['BMP', '424d'],
  ['TIFF', '49492a00'],
  ['TIFF', '4d4d002a'],
  ['RTF', '7b5c727466'],
  ['RAR', '52617221'],
  ['7z', '377abcaf'],
  ['gzip', '1f8b'],
  ['EXE', '4d5a'],
  ['ELF', '7f454c46'],
];

/**
 * What a file is by its bytes, whatever its name says, and what its reader is given: for a ZIP the unpacked parts, which
 * were counted; for others the bytes.
 */
export async function formatOf(bytes) {
  if (bytes.length === 0) refuse('source.empty');
  const head = bytes.subarray(0, 8).toString('hex');
  const other = OTHERS.find(([, magic]) => head.startsWith(magic));
  if (other) refuse('source.unknown-format', { found: other[0] });
  if (head.startsWith('504b')) return zipped(bytes);
  if (head === 'd0cf11e0a1b11ae1') return compound(bytes);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { format: 'pdf', content: bytes };
  if (/^\s*<(?:!doctype|html|\?xml|mime-version)/i.test(bytes.subarray(0, 200).toString('latin1')))
    refuse('source.unknown-format', { found: 'HTML, XML' });
  return { format: 'txt', content: bytes };
}

async function zipped(bytes) {
  const parts = await unpack(bytes);
  if (parts.has('word/document.xml')) return { format: 'docx', content: parts };
  if (parts.has('xl/workbook.xml')) return { format: 'xlsx', content: parts };
  return refuse('source.unknown-format', { found: 'ZIP' });
}

/** The container of Word and Excel until 2003, and of files with a password since. */
async function compound(bytes) {
  const { CFB } = await import('@e965/xlsx');
  const { FullPaths } = CFB.read(bytes, { type: 'buffer' });
  const has = (name) => FullPaths.some((path) => path.split('/').at(-1) === name);
  if (has('EncryptedPackage')) refuse('source.encrypted');
  if (has('WordDocument')) return { format: 'doc', content: bytes };
  if (has('Workbook') || has('Book')) return { format: 'xls', content: bytes };
  return refuse('source.unknown-format', { found: 'OLE' });
}
