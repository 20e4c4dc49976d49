/** A rule of the business said no. `code` is a key of the `errors` words; `field` names the input it belongs to. */
export class RuleError extends Error {
  constructor(
    readonly code: string,
    readonly field = "",
    readonly values: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = "RuleError";
  }
}
