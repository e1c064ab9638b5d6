import { readFileSync } from 'node:fs';

// Prints `passed failed` of a jest result. A file that could not run at all and a skipped test are failures; so is a
// missing result, because then the tests did not come to their end.
try {
  const result = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests, wasInterrupted } =
    result;
  const failed = numFailedTests + numRuntimeErrorTestSuites + numPendingTests + numTodoTests + (wasInterrupted ? 1 : 0);
  console.log(numPassedTests, failed || (result.success ? 0 : 1));
} catch {
  console.log(0, 1);
}
