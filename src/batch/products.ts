/** What a document can be made into: each where it is parsed, so that little has to go from thread to thread. */
import type { LedgerRows } from '../ledger/rows.js';
import type { DocumentRecord } from '../model/model.js';
import { inThread, type Parse, type Parser } from './parse-input.js';

export interface Products {
  /** The record as JSON. */
  json: string;
  rows: LedgerRows;
  /** Contacts are masked before anything is written. */
  redacted: LedgerRows;
}

/** A parser for each product. */
export type Parsers = { [Product in keyof Products]: Parser<Products[Product]> };

/** The parsers that work in this thread. What only one product needs is loaded for it. */
export function parsersOf(parse: Parse<DocumentRecord>): Parsers {
  return {
    json: inThread(async (bytes) => JSON.stringify(await parse(bytes))),
    rows: inThread(async (bytes) => {
      const { ledgerRows } = await import('../ledger/rows.js');
      return ledgerRows(await parse(bytes));
    }),
    redacted: inThread(async (bytes) => {
      const [{ ledgerRows }, { redact }] = await Promise.all([
        import('../ledger/rows.js'),
        import('../redact/redact.js'),
      ]);
      return ledgerRows(redact(await parse(bytes)));
    }),
  };
}
