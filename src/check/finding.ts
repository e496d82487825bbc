/** Something in a ledger that the contract does not allow. */
export interface Finding {
  /** Table, or the part of the file. */
  where: string;
  /** Id of the row, or '' for the whole. */
  row: string;
  what: string;
}
