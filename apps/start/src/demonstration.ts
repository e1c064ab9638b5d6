/** Fills an empty system with the demonstration bureau and prints the one-time passwords of its people. */
export async function seedDemonstration(_options: {
  readonly url: string;
  readonly log: (line: string) => void;
}): Promise<void> {
  throw new Error('not written yet');
}
