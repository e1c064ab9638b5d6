export { eventually } from './eventually.js';
export { machineHas } from './machine-has.js';
export { type QueueBackend, queueBackends, type TestRedis, testRedis } from './queue-backends.js';
export { registered } from './registered.js';
export { soak } from './soak.js';
export { SoftwareAuthenticator } from './software-authenticator.js';
export { type Outcome, specification } from './specification.js';
export { temporaryFolder } from './temporary-folder.js';
export { giveRoles, ownerDoes, type TestDatabase, testDatabase } from './test-database.js';
