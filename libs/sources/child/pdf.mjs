import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joined, onePage } from './pdf-page.mjs';
import { refuse } from './refuse.mjs';

const MOST_PAGES = 300;
const HOME = fileURLToPath(new URL('.', import.meta.resolve('pdfjs-dist/package.json')));

// Asked for when the library is loaded, and used only to draw, which nothing here does.
globalThis.DOMMatrix ??= class DOMMatrix {};
const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** Paragraphs and ruled tables of a PDF that has text; one of pictures alone is refused. */
export async function read(bytes) {
  const document = await open(bytes);
  if (document.numPages > MOST_PAGES) refuse('source.too-long', { most: MOST_PAGES });
  const pages = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push(onePage(page.view[2] - page.view[0], items, fnArray, argsArray, OPS));
    page.cleanup();
  }
  const blocks = joined(pages);
  if (!blocks.some(({ text, rows }) => rows || text.trim())) refuse('source.no-text');
  return { blocks };
}

async function open(bytes) {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: join(HOME, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: join(HOME, 'standard_fonts/'),
      useSystemFonts: false,
      disableFontFace: true,
      isEvalSupported: false,
      enableXfa: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    // Also where no password helps, but somebody's certificate.
    if (error?.name === 'PasswordException' || /encryption/i.test(error?.message)) refuse('source.encrypted');
    throw error;
  }
}
