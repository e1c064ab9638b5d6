import { eventStoreContract, SCHEMAS } from './event-store.contract.spec.js';
import { InMemoryEventStore } from './in-memory-event-store.js';

describe('The log in memory', () => {
  eventStoreContract(async () => new InMemoryEventStore(SCHEMAS));
});
