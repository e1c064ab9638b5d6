import { TestEnvironment } from 'jest-environment-jsdom';

/** One way only, which is how schedulers use it. Node's own would keep the process alive. */
class MessageChannel {
  port1 = { onmessage: undefined };
  port2 = { postMessage: (data) => setTimeout(() => this.port1.onmessage?.({ data })) };
}

/** Whatever is asked of the screen, it is not so. */
const matchMedia = (media) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} });

/** Nothing is ever laid out here, so nothing changes its size. */
class ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const OF_NODE = { Response, Headers, AbortController, AbortSignal, TextEncoder, TextDecoder, structuredClone };

/** A page without a browser: jsdom, and what it lacks taken from Node; an address without a host is the page's, as in a browser. */
export default class PageEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    const page = this.global;
    const address = (input) => (typeof input === 'string' ? new URL(input, page.location.href) : input);
    class PageRequest extends Request {
      constructor(input, init) {
        super(address(input), init);
      }
    }
    Object.assign(page, OF_NODE, { matchMedia, ResizeObserver, MessageChannel, Request: PageRequest });
  }
}
