/** People write `empresa.com`; anything that is not a web address stays one of ours to refuse. */
export function WebLink({ website }: { website: string }) {
  const href = /^https?:\/\//i.test(website) ? website : `https://${website.replace(/^[a-z]+:/i, "")}`;
  return <a href={href}>{website}</a>;
}
