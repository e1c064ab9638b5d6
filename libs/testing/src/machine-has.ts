import { environment } from '#libs/config';

/**
 * Whether this machine has a program that npm does not bring: what needs it is tested where it answers true. It says so as a
 * test of the file that asks, so that none is without one; that test fails where the program is missing and `variable` is 1.
 * Called while the tests of a file are told.
 */
export function machineHas(program: string, found: boolean, variable: `REQUIRE_${string}`, untested: string): boolean {
  if (!found) process.stderr.write(`no ${program} on this machine: ${untested}\n`);
  describe('This machine', () => {
    it(`has ${program} to test with, or nobody requires it`, () =>
      expect({ [program]: found, [variable]: environment()[variable] }).not.toEqual({
        [program]: false,
        [variable]: '1',
      }));
  });
  return found;
}
