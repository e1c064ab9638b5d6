import { CFB, utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';

/** What the library’s untyped container is. */
interface Container {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: ArrayLike<number> }[];
}

type Parts = Readonly<Record<string, string | Uint8Array>>;

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** A .docx of one paragraph, with other parts added or put in place of its own. */
export function docx(text: string, parts: Parts = {}): Uint8Array {
  return zip({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': rels(`<Relationship Id="r1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': body(text),
    ...parts,
  });
}

export function body(text: string): string {
  return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
}

/** A relationship of the document to something outside it. */
export function outside(kind: string, target: string): Parts {
  return {
    'word/_rels/document.xml.rels': rels(
      `<Relationship Id="r9" Type="${RELATIONSHIPS}/${kind}" Target="${target}" TargetMode="External"/>`,
    ),
  };
}

export function zip(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

/** A .xlsx whose sheet is given as XML. */
export function workbook(sheet: string): Uint8Array {
  const file = utils.book_new();
  utils.book_append_sheet(file, utils.aoa_to_sheet([['a']]), 'S');
  const bytes = new Uint8Array(write(file, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const packed: Container = CFB.read(bytes, { type: 'buffer' });
  const parts = Object.fromEntries(
    packed.FullPaths.map((path, at) => [path.replace(/^[^/]*\//, ''), packed.FileIndex[at]!.content] as const)
      .filter(
        ([name, content]) => name !== '' && content !== undefined && content.length > 0 && !name.includes('Sh33tJ5'),
      )
      .map(([name, content]) => [name, Uint8Array.from(content as ArrayLike<number>)]),
  );
  return zip({ ...parts, 'xl/worksheets/sheet1.xml': sheet });
}

/** An OLE container with one stream. */
export function container(name: string, content: Uint8Array): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${name}`, content);
  return Uint8Array.from(CFB.write(file, { type: 'buffer' }) as Iterable<number>);
}

/** A ZIP in which every entry of the directory names the bytes of the first one. */
export function overlapping(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const first = copy.indexOf(Buffer.from('504b0102', 'hex'));
  for (let at = first; at >= 0; at = copy.indexOf(Buffer.from('504b0102', 'hex'), at + 4))
    copy.writeUInt32LE(0, at + 42);
  return copy;
}

/** A ZIP whose directory says that everything in it is small. */
export function lyingAboutSizes(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (
    let at = copy.indexOf(Buffer.from('504b0102', 'hex'));
    at >= 0;
    at = copy.indexOf(Buffer.from('504b0102', 'hex'), at + 4)
  )
    copy.writeUInt32LE(100, at + 24);
  return copy;
}
