/** The file cannot be used. The message is the one Spanish sentence an operator reads; `exitCode` follows sysexits. */
export class DatabaseRefusal extends Error {
  constructor(
    message: string,
    readonly exitCode: 65 | 78,
  ) {
    super(message);
    this.name = "DatabaseRefusal";
  }
}
