/**
 * Behind every npm script: `node apps/start/run.mjs <target> [arguments]`. Installs and builds what is missing, then
 * runs the target in this very process, so that signals, terminal and exit status are the target's own.
 * This file imports nothing and is written so that an old Node can still read it and be told.
 */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 20 || (major === 20 && minor >= 19)) {
  void import('./targets.mjs').then((targets) => targets.run(process.argv.slice(2)));
} else {
  console.error(
    `需要 Node.js 20.19 或更高版本（现为 ${process.versions.node}）；请从 https://nodejs.org 安装 22 或 24。`,
  );
  console.error(
    `Node.js 20.19 or later is needed, this is ${process.versions.node}: install 22 or 24 from https://nodejs.org`,
  );
  process.exitCode = 1;
}
