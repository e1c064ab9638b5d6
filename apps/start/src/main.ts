import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain, projectRoot, type Settings, settings } from '#libs/config';
import { firstStart } from './first-start.js';
import { sayOn } from './say.js';
import { Supervisor } from './supervisor.js';

const USAGE = `npm start                 一条命令启动全部；首次启动建立演示数据 / everything in one command; the first start creates demonstration data
npm start -- --empty      不建立演示数据，打印首个管理员的一次性链接 / without demonstration data; prints a one-time link for the first administrator
环境变量（PORT、DATA_DIR 等）见 README / environment variables (PORT, DATA_DIR, …): see README`;

const say = sayOn(process.stdout);
const dist = join(projectRoot(), 'dist');

process.exitCode = await main();
// A library that keeps a timer or a socket must not keep the terminal.
process.exit();

/** Runs until it is asked to stop or a part fails; answers with the exit status. */
async function main(): Promise<number> {
  try {
    const { values } = parseArgs({
      options: { empty: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    });
    if (values.help) {
      console.log(USAGE);
      return 0;
    }
    const known = settings();
    let link: string | undefined;
    const supervisor = new Supervisor({
      settings: known,
      say,
      programs: [
        { name: 'api', file: join(dist, 'apps/api/src/main.js'), serves: true },
        { name: 'worker', file: join(dist, 'apps/worker/src/main.js') },
        { name: 'sealer', file: join(dist, 'apps/sealer/src/main.js'), seals: true },
      ],
      prepare: async (database) => {
        const log = (line: string): void => console.log(line);
        link = await firstStart(database, { empty: values.empty, publicUrl: known.publicUrl, say, log });
      },
    });
    const asked = signalled();
    const ready = await Promise.race([supervisor.start().then(() => true), asked]);
    if (ready) announce(known, link);
    await Promise.race([asked, supervisor.fallen]).finally(() => supervisor.stop());
    say('已全部停止，数据已保存', 'everything has stopped, the data are safe');
    return 0;
  } catch (error) {
    console.error(explain(error, USAGE));
    return 1;
  }
}

/** Resolves at the first request to stop; what comes after changes nothing, stopping is under way. */
async function signalled(): Promise<false> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  say('正在停止……', 'stopping …');
  return false;
}

function announce({ publicUrl, redisUrl, dataDir, databaseUrl }: Readonly<Settings>, link?: string): void {
  say(`任务队列：${redisUrl ? 'Redis' : '同一 PostgreSQL'}`, `queue: ${redisUrl ? 'Redis' : 'the same PostgreSQL'}`);
  if (!databaseUrl) say(`日志：${join(dataDir, 'log')}`, `logs: ${join(dataDir, 'log')}`);
  say(`双审已就绪：${publicUrl}（按 Ctrl-C 停止）`, `Shuangshen is ready: ${publicUrl} (Ctrl-C stops it)`);
  if (link)
    say(
      `尚无账户；首个管理员的一次性链接：${link}`,
      'no account yet: the one-time link creates the first administrator',
    );
}
