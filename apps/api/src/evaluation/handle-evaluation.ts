import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EvaluationCommand } from '#libs/evaluation';
import type { Appended, Metadata } from '#libs/event-store';
import { EvaluationHandler } from './evaluation-streams.js';

/** One order to one evaluation. `expected` is left out where edits of different fields merge. */
export class HandleEvaluation extends Command<Appended> {
  constructor(
    readonly id: string,
    readonly command: EvaluationCommand,
    readonly metadata: Metadata,
    readonly expected?: number,
  ) {
    super();
  }
}

/** One envelope and one handler for the decider: the bus tells classes apart, the domain tells `type`s apart. */
@CommandHandler(HandleEvaluation)
export class HandleEvaluationHandler implements ICommandHandler<HandleEvaluation> {
  constructor(private readonly evaluations: EvaluationHandler) {}

  execute({ id, command, metadata, expected }: HandleEvaluation): Promise<Appended> {
    return this.evaluations.handle(id, command, { metadata, ...(expected === undefined ? {} : { expected }) });
  }
}
