/** A rule of the business said no. `code` is a key of the `errors` words; `field` names the input it belongs to.
 *  `anyway` is the field that, sent with «on», lets it pass: for what may well be right though it looks wrong. */
export class RuleError extends Error {
  constructor(
    readonly code: string,
    readonly field = "",
    readonly values: Record<string, string | number> = {},
    readonly anyway?: string,
  ) {
    super(code);
    this.name = "RuleError";
  }
}
