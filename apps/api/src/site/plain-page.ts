import { NONCE } from '../http/content-policy.js';

/** What a browser finds at the root when the API runs without the web interface. */
export const PLAIN_PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>双审 · Shuangshen</title>
<style nonce="${NONCE}">
body { font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color: #1f1f1f; line-height: 1.7 }
a { color: #0958d9 } h1 { font-weight: 600 } .en { color: #595959 }
</style>
</head>
<body>
<main>
<h1>双审</h1>
<p>预算单位绩效自评：一事双审，全程留痕。接口服务已启动；网页界面尚未编译（npm run build）。</p>
<p class="en" lang="en">Performance self-evaluations, each reviewed by two different people, every step on record. The API is running; the web interface is not built (npm run build).</p>
<ul>
<li><a href="/api/docs">接口文档 <span class="en" lang="en">API documentation</span></a></li>
<li><a href="/api/openapi.json">OpenAPI</a></li>
<li><a href="/health/ready">运行状况 <span class="en" lang="en">Health</span></a></li>
</ul>
</main>
</body>
</html>
`;
