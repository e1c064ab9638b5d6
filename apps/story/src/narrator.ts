import type { Answer } from './client.js';

/** One step as it was told and as it went. */
export interface Step {
  readonly step: number;
  readonly who: string;
  readonly what: string;
  readonly status: number;
  readonly code?: string;
  readonly rule?: string;
}

/** The step did not go as told; the story ends here. */
export class NotAsTold extends Error {
  override readonly name = 'NotAsTold';
}

/** Tells the story step by step and holds every answer against what was expected of it. */
export class Narrator {
  readonly steps: Step[] = [];

  constructor(private readonly tell: (step: Step) => void) {}

  /** Waits for the answer and checks status and, for a refusal, its code and rule. */
  async told(
    who: string,
    what: string,
    answer: Promise<Answer>,
    expected: { status: number; code?: string; rule?: string },
  ): Promise<Answer> {
    const got = await answer;
    const step: Step = {
      step: this.steps.length + 1,
      who,
      what,
      status: got.status,
      ...(got.status >= 400 ? { code: got.body.code, rule: got.body.rule } : {}),
    };
    this.steps.push(step);
    this.tell(step);
    const asTold =
      got.status === expected.status &&
      (expected.code === undefined || got.body.code === expected.code) &&
      (expected.rule === undefined || got.body.rule === expected.rule);
    if (!asTold)
      throw new NotAsTold(`step ${step.step}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
    return got;
  }

  /** Asks again until the answer satisfies; what happens in the background has `withinMs` to happen. */
  async eventually(
    who: string,
    what: string,
    ask: () => Promise<Answer>,
    satisfied: (answer: Answer) => boolean,
    withinMs = 15_000,
  ): Promise<Answer> {
    const until = Date.now() + withinMs;
    let answer = await ask();
    while (!satisfied(answer) && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      answer = await ask();
    }
    if (!satisfied(answer))
      throw new NotAsTold(`${who}: ${what}: not within ${withinMs} ms: ${JSON.stringify(answer.body).slice(0, 600)}`);
    return this.told(who, what, Promise.resolve(answer), { status: 200 });
  }
}
