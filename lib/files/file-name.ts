const longest = 120;
/** Names that some systems keep for themselves. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** What is only text may say of which kind. */
const plainEnding = /\.(csv|tsv|txt|json|log|md)$/i;
/** They turn the direction of what follows, so that `gpj.exe` reads as `exe.jpg`; or are not seen at all. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029\uFEFF]/gu;

/** What a file is called from here on: its own name without paths or tricks, and the ending of what it really is. */
export function safeFileName(name: string, extension: string, otherwise: string): string {
  const last = name.toWellFormed().normalize("NFC").replace(invisible, "").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .trim();
  const own = extension === "txt" ? plainEnding.exec(plain)?.[1]?.toLowerCase() : undefined;
  const ending = new RegExp(`\\.(${sameAs(own ?? extension).join("|")})$`, "i");
  const base = plain.replace(ending, "").replace(/^\.+|[. ]+$/g, "");
  const kept = [...base].slice(0, longest).join("").trim();
  const called = kept === "" ? otherwise : reserved.test(kept) ? `_${kept}` : kept;
  return `${called}.${own ?? extension}`;
}

function sameAs(extension: string): string[] {
  return extension === "jpg"
    ? ["jpg", "jpeg", "jpe", "png", "gif", "webp", "avif", "heic"]
    : extension === "png"
      ? ["png", "gif", "webp", "avif"]
      : [extension];
}
