"use client";

import { useState } from "react";
import { useMounted } from "../forms/use-mounted";

type Props = { href: string; words: { link: string; copy: string; copied: string } };

/** The lasting address of a record: a link to copy by hand, and with scripts a button that copies it. */
export function CopyLink({ href, words }: Props) {
  const isMounted = useMounted();
  const [isCopied, setCopied] = useState(false);
  if (!isMounted) {
    return (
      <a className="copy" href={href} rel="bookmark">
        {words.link}
      </a>
    );
  }
  const copy = async () => setCopied(await isWritten(new URL(href, location.href).href));
  return (
    <>
      <button type="button" className="copy" onClick={copy}>
        {isCopied ? words.copied : words.copy}
      </button>
      <span className="visually-hidden" aria-live="polite">
        {isCopied ? words.copied : ""}
      </span>
    </>
  );
}

/** Browsers keep the clipboard from pages that came without a certificate; the old way works there too. */
async function isWritten(text: string): Promise<boolean> {
  if (navigator.clipboard)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => isSelectedCopied(text),
    );
  return isSelectedCopied(text);
}

function isSelectedCopied(text: string): boolean {
  const field = document.createElement("textarea");
  field.className = "visually-hidden";
  field.value = text;
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  return isDone;
}
