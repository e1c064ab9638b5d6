/** Four prices of test, told apart by their names: unit (pure), component (a page without a browser), int (a real PostgreSQL), e2e (the whole system). */
const swcrc = new URL('.swcrc', import.meta.url).pathname;
const common = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { configFile: swcrc, swcrc: false }],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/bench/peers/'],
};

/** Components are written in TSX; the compiler is told of it here because the files of the server never are. */
const onPage = {
  testEnvironment: '<rootDir>/libs/testing/jest/page-environment.mjs',
  testEnvironmentOptions: { customExportConditions: ['browser'], url: 'http://127.0.0.1/' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: true,
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
};

const onPostgres = {
  globalSetup: '<rootDir>/libs/testing/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/jest/global-teardown.mjs',
};

export default {
  projects: [
    { ...common, displayName: 'unit', testRegex: '\\.unit\\.spec\\.ts$' },
    { ...common, ...onPage, displayName: 'component', testRegex: '\\.component\\.spec\\.tsx$' },
    { ...common, ...onPostgres, displayName: 'int', testRegex: '\\.int\\.spec\\.ts$' },
    { ...common, ...onPostgres, displayName: 'e2e', testRegex: '\\.e2e\\.spec\\.ts$' },
  ],
  testTimeout: 60_000,
  // Many tests wait for a server, a browser or a process of their own: jest's usual one worker for two cores would be idle.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
};
