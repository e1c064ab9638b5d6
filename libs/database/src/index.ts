export { type Ear, type Hearing, listenTo } from './ear.js';
export { type MigrateOptions, MigrationChanged, migrate } from './migrate.js';
export { createPool, inTransaction, type PoolOptions } from './pool.js';
export { type Statement, sql } from './sql.js';
export { TODAY } from './today.js';
export { type Violation, violationOf } from './violation.js';
