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

/** Several rules said no at once, each at its field. Where only one is told, it is the first. */
export class RuleErrors extends RuleError {
  constructor(readonly all: readonly RuleError[]) {
    const { code, field, values, anyway } = all[0]!;
    super(code, field, values, anyway);
  }
}

export function allOf(error: RuleError): readonly RuleError[] {
  return error instanceof RuleErrors ? error.all : [error];
}
