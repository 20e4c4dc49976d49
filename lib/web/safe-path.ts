/** A way within this site, or `/`: never another host, whatever the text looks like to a browser. */
export function safePath(text: string | undefined): string {
  if (!text || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes("\\")) return "/";
  const url = new URL(text, "http://here.invalid");
  // «/.//x» becomes «//x», which a browser takes for a host.
  return url.host === "here.invalid" && !url.pathname.startsWith("//") && url.pathname !== "/login" ? `${url.pathname}${url.search}` : "/";
}
