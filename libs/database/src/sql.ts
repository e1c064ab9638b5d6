/** A statement with its parameters apart, as `pg` takes it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** `sql\`select ${id}\`` keeps every value out of the text, so no input becomes SQL. */
export function sql(texts: TemplateStringsArray, ...values: readonly unknown[]): Statement {
  return { text: texts.reduce((text, part, n) => `${text}$${n}${part}`), values };
}
