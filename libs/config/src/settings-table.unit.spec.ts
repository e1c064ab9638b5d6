import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.js';
import { settingsTable } from './settings-table.js';

describe('The table of settings', () => {
  it.each([
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const)('stands in %s as the code has it', (file, language) => {
    expect(readFileSync(join(projectRoot(), file), 'utf8')).toContain(settingsTable(language));
  });
});
