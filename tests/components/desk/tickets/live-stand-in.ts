import { onTestFinished, vi } from 'vitest';
import type { LiveEvent } from '../../../../api/desk/contract.ts';

/** A stream that says what the test has it say. */
class StreamStandIn extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 0;

  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    opened.push(this);
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  say(event: LiveEvent): void {
    this.dispatchEvent(new MessageEvent(event.kind, { data: JSON.stringify(event) }));
  }

  /** It breaks, and the browser tries again; or it is refused. */
  break(isRefused: boolean): void {
    this.readyState = isRefused ? 2 : 0;
    this.dispatchEvent(new Event('error'));
  }

  close(): void {
    this.readyState = 2;
  }
}

const opened: StreamStandIn[] = [];

/** Has streams open that say nothing by themselves; gives those that were opened. */
export function useStream(): readonly StreamStandIn[] {
  opened.length = 0;
  vi.stubGlobal('EventSource', StreamStandIn);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return opened;
}
