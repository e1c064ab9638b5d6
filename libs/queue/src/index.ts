export { ATTEMPTS, migrateQueues, type QueueOptions, type QueuePlace, Queues } from './queues.js';
