// A contestant in a process of its own: Emmett overwrites the type parsers of `pg` for everybody in its process, and no
// contestant shall pay for another's garbage. Started by bench/append.ts and bench/replay.ts with the URL of a module
// that exports `open(url)`, and answers one message for each it is sent.
const [moduleUrl, databaseUrl] = process.argv.slice(2);
const contestant = await (await import(moduleUrl)).open(databaseUrl);

/** As many appends as `writers` callers manage in `ms`, each waiting for its answer before it asks again. */
async function append({ writers, events, oneStream, ms }) {
  const took = [];
  const shared = `bench-one-${process.hrtime.bigint()}`;
  const begin = performance.now();
  const end = begin + ms;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      let version = 0;
      for (let n = 0; performance.now() < end; n += 1) {
        const asked = performance.now();
        if (oneStream) version = await contestant.appendTo(shared, version, events);
        else await contestant.append(`bench-${process.pid}x${begin}x${writer}x${n}`, events);
        took.push(performance.now() - asked);
      }
    }),
  );
  const elapsed = performance.now() - begin;
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  return { perSecond: (took.length / elapsed) * 1000, p50: at(0.5), p99: at(0.99) };
}

/** Everything there is in order, or the first `most` of it; and the most memory held above the idle process. */
async function replay({ most }) {
  global.gc?.();
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const begin = performance.now();
  const events = await contestant.replay(most);
  const elapsed = performance.now() - begin;
  clearInterval(watch);
  return { events, perSecond: (events / elapsed) * 1000, megabytes: (Math.max(peak, process.memoryUsage.rss()) - idle) / 2 ** 20 };
}

const can = { append, replay };
process.on('message', async ({ what, ...how }) => {
  if (what === 'end') {
    await contestant.close();
    process.disconnect();
    return;
  }
  try {
    process.send({ result: await can[what](how) });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});
process.send({ result: 'ready' });
// A bench that failed takes its contestants with it.
process.on('disconnect', () => process.exit());
