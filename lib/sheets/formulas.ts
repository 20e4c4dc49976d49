/** What a spreadsheet may take for a formula, also behind blanks and quotes, in half and full width (ASVS 1.2.10). */
const dangerous = /^[\s\p{Cc}\p{Cf}"']*(?:[=+\-@|＝＋－＠]|[\t\r\n\0])/u;

/** Where a program that splits by another separator would begin a new cell. */
const pieces = /([;\t\r\n])([^;\t\r\n]+)/g;

/** Nearly every text: begins with a letter or a digit, and is one piece. */
const plain = /^[A-Za-z0-9][^;\t\r\n]*$/;

/** Text a spreadsheet shows and never evaluates. Exactly undone by `plainText`. */
export function inertText(text: string) {
  if (plain.test(text)) return text;
  return escapeStart(text.replace(pieces, (_, separator: string, piece: string) => separator + escapeStart(piece)));
}

/** Takes back the apostrophes of `inertText`. */
export function plainText(text: string) {
  if (!text.includes("'")) return text;
  return unescapeStart(text).replace(pieces, (_, separator: string, piece: string) => separator + unescapeStart(piece));
}

function escapeStart(text: string) {
  return dangerous.test(text) ? `'${text}` : text;
}

function unescapeStart(text: string) {
  return text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text;
}
