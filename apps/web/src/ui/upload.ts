import { problemIn, Refused, Unreachable } from '../api/problem.js';

/**
 * Sends a file as its bytes and tells how far it is, from 0 to 100: `fetch` cannot tell. Throws `Refused` with the problem, or
 * `Unreachable`.
 */
export function upload(
  url: string,
  file: Blob,
  headers: Readonly<Record<string, string>>,
  onProgress: (percent: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / Math.max(total, 1)) * 100));
    request.onerror = () => reject(new Unreachable());
    request.onload = () => {
      if (request.status < 300) return resolve();
      reject(new Refused(problemIn(parsed(request.responseText), request.status, request.statusText)));
    };
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
