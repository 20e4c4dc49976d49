/** `lines.0.unitPrice` is a fine id for a label; several forms on a page are told apart by their own id. */
export function fieldId(prefix: string | undefined, name: string) {
  return prefix ? `${prefix}-${name}` : name;
}
