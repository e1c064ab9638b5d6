import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';

/** A supervisor that starts a child which works for ever, tells its process id, and does nothing more. */
const CHILD = `
  import { stopWithParent } from '#libs/embedded';
  const work = setInterval(() => {}, 1000);
  stopWithParent(() => { console.log('stopped cleanly'); clearInterval(work); });
  console.log('working');`;
const SUPERVISOR = `
  import { spawn } from 'node:child_process';
  spawn(process.execPath, [...process.execArgv.slice(0, 2), '--input-type=module', '-e', process.env.CHILD], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });`;

function run(code: string): ReturnType<typeof spawn> {
  const typescript = join(projectRoot(), 'libs/testing/jest/typescript.mjs');
  return spawn(process.execPath, ['--import', typescript, '--input-type=module', '-e', code], {
    cwd: projectRoot(),
    env: { PATH: '', CHILD },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function said(program: ReturnType<typeof spawn>, word: string): Promise<string> {
  let text = '';
  for await (const chunk of program.stdout ?? []) {
    text += String(chunk);
    if (text.includes(word)) return text;
  }
  throw new Error(`it ended without saying "${word}": ${text}`);
}

describe('A process with a supervisor', () => {
  it('stops cleanly when the supervisor is killed', async () => {
    const supervisor = run(SUPERVISOR);
    let output = '';
    const quiet = new Promise<void>((resolve) => supervisor.stdout?.once('close', resolve));
    supervisor.stdout?.on('data', (chunk) => {
      output += String(chunk);
      if (output === 'working\n') supervisor.kill('SIGKILL');
    });
    await quiet; // the child holds the pipe, too: it closes when both have ended
    expect(output).toBe('working\nstopped cleanly\n');
  });
});

describe('A process without a supervisor', () => {
  it('is left alone', async () => {
    const program = run(CHILD);
    await said(program, 'working');
    program.kill('SIGTERM');
    expect(await once(program, 'exit')).toEqual([null, 'SIGTERM']);
  });
});
