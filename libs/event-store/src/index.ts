export { unseal } from './envelope.js';
export { IdempotencyMismatch, UnknownOutcome, VersionConflict } from './errors.js';
export { type Appended, EventStore, type Metadata, type Recorded } from './event-store.js';
export { Handler, type HandlerOptions, type Loaded } from './handler.js';
export { InMemoryEventStore } from './in-memory-event-store.js';
export { pages } from './pages.js';
export { PgEventStore } from './pg-event-store.js';
export { EventSchemas, type Upcaster } from './schemas.js';
export { uuidV7 } from './uuid-v7.js';
