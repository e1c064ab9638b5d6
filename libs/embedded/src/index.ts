export { backUp, type Copied, Copy } from './back-up.js';
export { CannotStart, type StartObstacle } from './cannot-start.js';
export { freePort, isPortBusy } from './free-port.js';
export { type Postgres, type StartOptions, startPostgres } from './postgres.js';
export { ownerUrlOfRunning } from './running.js';
export { stopWithParent } from './stop-with-parent.js';
