// Makes the documents of samples/documents and what a person finds in them: `node samples/make/make.mjs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FORMS } from './documents/forms.mjs';
import { LATER } from './documents/later.mjs';
import { PROSE } from './documents/prose.mjs';
import { TABLES } from './documents/tables.mjs';
import { WRITERS } from './write.mjs';

const folder = fileURLToPath(new URL('../documents/', import.meta.url));
mkdirSync(folder, { recursive: true });
const of = (layout, documents) => documents.map((document) => ({ layout, ...document }));
const all = [...of('prose', PROSE), ...of('form', FORMS), ...of('table', TABLES), ...LATER];
const only = process.argv[2] ?? '';
for (const { layout, name, format, heldOut = false, blocks, expected } of all.filter(({ name }) => name.includes(only))) {
  writeFileSync(`${folder}${name}.${format}`, await WRITERS[format](blocks));
  const told = { layout, file: `${name}.${format}`, heldOut, ...expected };
  writeFileSync(`${folder}${name}.expected.json`, `${JSON.stringify(told, null, 2)}\n`);
}
