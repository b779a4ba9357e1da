/** One request, complete: nothing is added to it on its way. */
export interface ApiRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface ApiResponse {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string;
}

/**
 * The only thing that knows the network. Rejects with an ApiError of kind `unknown-host`, `unreachable`, `certificate`,
 * `proxy`, `timed-out`, `sent-without-answer`, `too-large-answer` or `cancelled`; every answer with a status resolves.
 * Redirects are not followed.
 */
export interface Transport {
  send(request: ApiRequest, signal: AbortSignal): Promise<ApiResponse>;
}
