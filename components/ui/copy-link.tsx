"use client";

import { useState } from "react";
import { useMounted } from "../forms/use-mounted";
import { copyText } from "./clipboard";

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
  const copy = async () => setCopied(await copyText(new URL(href, location.href).href));
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
