/** A request that the sandbox got. `status` is null while it is being answered and when its connection was dropped. */
export interface LoggedRequest {
  method: string;
  path: string;
  query: string;
  status: number | null;
}

const MOST_ENTRIES = 10_000;

/** The latest requests, so that a test can prove what the sandbox got. Never a header, never a body. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  /** Notes a request that has arrived; its status is written into the entry when it has been answered. */
  arrived(method: string, url: string): LoggedRequest {
    const { pathname, search } = new URL(url);
    const entry = { method, path: pathname, query: search, status: null };
    this.#entries.push(entry);
    if (this.#entries.length > MOST_ENTRIES) this.#entries.shift();
    return entry;
  }

  entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}
