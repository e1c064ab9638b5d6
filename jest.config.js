/** Three prices of test, told apart by their names: unit (pure), int (a real PostgreSQL), e2e (the whole system). */
const common = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { configFile: new URL('.swcrc', import.meta.url).pathname, swcrc: false }],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/bench/peers/'],
};

const onPostgres = {
  globalSetup: '<rootDir>/libs/testing/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/jest/global-teardown.mjs',
};

export default {
  projects: [
    { ...common, displayName: 'unit', testRegex: '\\.unit\\.spec\\.ts$' },
    { ...common, ...onPostgres, displayName: 'int', testRegex: '\\.int\\.spec\\.ts$' },
    { ...common, ...onPostgres, displayName: 'e2e', testRegex: '\\.e2e\\.spec\\.ts$' },
  ],
  testTimeout: 60_000,
  // Many tests wait for a server, a browser or a process of their own: jest's usual one worker for two cores would be idle.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
};
