/** A piece of a list between separators. */

export interface Piece {
  from: number;
  to: number;
  /** 等 stands behind the piece. */
  open: boolean;
  /** The separator before it: a comma opens a new group, white space only splits complete names. */
  separator: string;
}
