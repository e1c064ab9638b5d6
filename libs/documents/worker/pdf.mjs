// Prints one PDF in a thread of its own. Plain JavaScript, because a thread starts from a file and not from a module graph of
// TypeScript. It is handed a pdfmake definition that is data alone, and asks nothing of disk or network but the two fonts.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import * as fontkit from 'fontkit';
import pdfmake from 'pdfmake';

const require = createRequire(import.meta.url);
const fonts = {
  regular: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};
const own = new Set(Object.values(fonts));

pdfmake.setLocalAccessPolicy((path) => own.has(path));
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.addFonts({ Roboto: { normal: fonts.regular, bold: fonts.bold } });
pdfmake.addTableLayouts({
  form: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    paddingTop: () => 2,
    paddingBottom: () => 2.5,
  },
});

const letters = fontkit.openSync(fonts.regular);

/** A character that the font does not have is written by its number: nothing of a name disappears or turns into a box. */
function printable(text) {
  let shown = '';
  for (const letter of text) {
    const code = letter.codePointAt(0);
    shown += code < 32 || letters.hasGlyphForCodePoint(code) ? letter : `〔U+${code.toString(16).toUpperCase()}〕`;
  }
  return shown;
}

function inPrint(node) {
  if (Array.isArray(node)) return node.map(inPrint);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'text' && typeof value === 'string' ? printable(value) : inPrint(value),
    ]),
  );
}

const { definition, foot, mark } = workerData;
const footer = (page, pages) => ({
  margin: [50, 8, 50, 0],
  columns: [
    { text: printable(foot), fontSize: 7, width: '*', margin: [0, 14, 0, 0] },
    { text: `第 ${page} 页　共 ${pages} 页`, fontSize: 8, width: 90, alignment: 'center', margin: [0, 14, 0, 0] },
    { width: '*', stack: [{ qr: mark, fit: 46, alignment: 'right' }] },
  ],
});
const bytes = await pdfmake.createPdf({ ...definition, content: inPrint(definition.content), footer }).getBuffer();
parentPort.postMessage(new Uint8Array(bytes));
