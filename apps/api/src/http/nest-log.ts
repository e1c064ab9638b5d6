import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** What the framework has to say, into the same log; how it was put together is of no interest. */
export class NestLog implements LoggerService {
  constructor(private readonly out: Log) {}

  log(): void {}

  error(message: unknown, ...details: unknown[]): void {
    this.out.fault('framework', message instanceof Error ? message : new Error([message, ...details].join(' ')));
  }

  warn(message: unknown): void {
    this.out.warn(String(message));
  }
}
