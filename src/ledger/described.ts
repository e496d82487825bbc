/** A table or view in words: what its rows are, and each of its columns. */
export interface Described {
  about: string;
  columns: Readonly<Record<string, string>>;
}
