/** What went wrong with the bytes of a document; `code` goes into the ledger's diagnostics. */
export class UnreadableDocument extends Error {
  constructor(
    readonly code: 'empty' | 'no-text' | 'damaged' | 'too-large' | 'too-deep',
    message: string,
  ) {
    super(message);
    this.name = 'UnreadableDocument';
  }
}
