// Writes src/api/schema.d.ts, the types of the API, from the OpenAPI document on standard input.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const HEAD = '// Made by `npm run web:api` from the OpenAPI document of apps/api; never edited.\n\n';

let text = '';
process.stdin.setEncoding('utf8'); // or a letter between two pieces would be lost
for await (const piece of process.stdin) text += piece;
const types = HEAD + astToString(await openapiTS(JSON.parse(text)));
if (process.argv.includes('--print')) process.stdout.write(types);
else writeFileSync(join(dirname(fileURLToPath(import.meta.url)), 'src/api/schema.d.ts'), types);
