/**
 * For a process that a supervisor started with an IPC channel: calls `stop` once when the supervisor asks for it or is
 * gone, even by kill -9. Does nothing in a process that was started by hand.
 */
export function stopWithParent(stop: () => void): void {
  if (!process.channel) return;
  process.once('disconnect', stop);
  process.channel.unref();
}
