/** What the client side of a form says. Words come from the server: the browser carries no catalog. */
export type FormWords = {
  save: string;
  summary: string;
  required: string;
  requiredNote: string;
  errorPrefix: string;
  conflict: string;
  conflictField: string;
  conflictTheirs: string;
  conflictYours: string;
  keepMine: string;
  empty: string;
  search: string;
  found: string;
  notFound: string;
  chooseRecord: string;
  row: string;
  addRow: string;
  removeRow: string;
};
