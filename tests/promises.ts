/** What Cartera promises to those who install it. A test says which of these it holds with `promise(id, figure)`; without such a test a sentence has no place here. */
export const promises = {
  D5: "Invoice numbers are consecutive and unique in each series and year",
} as const;

export type PromiseId = keyof typeof promises;
