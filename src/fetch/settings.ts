/** How documents are fetched: the part of a run's options that every request looks at. */
export interface FetchSettings {
  /** A path for the body of one answer; never the same twice: what a broken try still writes must not meet the next one. */
  newFile(): string;
  /** More bytes than these are not read, counted after decompression. */
  maxBytes: number;
  /** Requests at once to one host. */
  perHost: number;
  /** Milliseconds between the starts of two requests to one host. */
  delay: number;
  /** Further tries after trouble that may pass. */
  retries: number;
  /** Milliseconds before the first further try; doubled each time. */
  retryWait: number;
  /** Milliseconds for one request, from looking up the name to the last byte. */
  timeout: number;
  /** Whether to connect to an IP address: `isPublicAddress`, unless more was asked for. Asked on every hop. */
  mayReach(address: string): boolean;
  /** Ends the run: whatever is under way rejects with its reason. */
  signal: AbortSignal;
}
