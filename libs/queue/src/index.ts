export { ATTEMPTS, migrateQueues, QueueAway, type QueueOptions, type QueuePlace, Queues } from './queues.js';
export { type ParkedJob, redriveJobs } from './redrive.js';
