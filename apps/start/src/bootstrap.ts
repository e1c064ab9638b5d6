/** A one-time link with which the first administrator of an empty system is created. */
export async function createBootstrapLink(_options: {
  readonly url: string;
  readonly publicUrl: string;
}): Promise<string> {
  throw new Error('not written yet');
}
