"use client";

import { failure as en } from "@/lib/i18n/en/failure";
import { failure as es } from "@/lib/i18n/es/failure";

/** The last net, for what fails while a page already in the browser is drawn. Whole pages come from the wrapper and the server. */
export default function Failure({ reset }: { reset: () => void }) {
  const words = globalThis.document?.documentElement.lang === "en" ? en : es;
  return (
    <main className="status">
      <title>{`${words.title} · Cartera`}</title>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <div className="bar">
        <button type="button" className="button main" onClick={reset}>
          {words.retry}
        </button>
        <a className="button plain" href="/">
          {words.home}
        </a>
      </div>
    </main>
  );
}
