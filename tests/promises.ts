/** What Cartera promises to those who install it. A test says which of these it holds with `promise(id, figure)`; without such a test a sentence has no place here. */
export const promises = {
  A1: "Who may open, see and do what is decided by one policy for every page, file and form, and for every way a record can stand to somebody",
  A2: "No way of asking for a page shows more than the page",
  A3: "Lists, counts, searches and pickers tell nothing of what one may not see",
  A4: "A form changes only the fields it lists",
  A5: "Taking away somebody's access ends what they have open at their next request",
  D1: "What was acknowledged survives a kill at any moment",
  D2: "What was acknowledged survives the loss of power",
  D3: "A failing disk is told, and nothing is acknowledged that it did not keep",
  D4: "A full disk gets a sentence, and leaves nothing half written",
  D5: "Invoice numbers are consecutive and unique in each series and year",
  D8: "An upgrade keeps every row of every released version, whatever interrupts it",
  D12: "What was issued, sent or posted does not change",
  J1: "A job happens once although the worker dies",
  J4: "Two instances on the same data do not do anything twice",
  O7: "Packages are the ones we name, held to their bytes, under licences we know, and the build needs no network",
  S1: "Guessing a password is throttled, and its owner is not locked out",
  S3: "A link that chooses a password works once",
  S5: "Each login has a session of its own, and the old cookie opens nothing",
  S6: "The first start has no default account, and only one set-up wins",
  W1: "No other site's page can write",
  W2: "No address given to us sends a visitor elsewhere",
  W3: "The host that a visitor claims shows nowhere",
  W4: "Only scripts with the nonce of their own answer may run",
  W6: "Every answer carries the security headers",
} as const;

export type PromiseId = keyof typeof promises;
