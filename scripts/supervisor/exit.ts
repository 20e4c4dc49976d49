/** Why the program does not start: one Spanish sentence and a sysexits code. */
export class StartRefusal extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
    this.name = "StartRefusal";
  }
}

export const exitCodes = { data: 65, unavailable: 69, software: 70, cannotCreate: 73, storage: 74, alreadyRunning: 75, configuration: 78 } as const;

/** A child that ends with one of these has already said why; starting it again would not help. */
export function isRefusal(code: number | null): code is number {
  return code !== null && Object.values<number>(exitCodes).includes(code) && code !== exitCodes.software;
}
