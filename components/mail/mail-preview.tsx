"use client";

import { useField } from "../forms/use-field";

type Words = Record<"hint" | "to" | "cc" | "subject" | "preview" | "again" | "send" | "title", string>;

/** What would travel, once it was asked for, and the buttons of the step the form is in: nothing goes unseen. */
export function MailPreview({ words, firstTemplate }: { words: Words; firstTemplate: string }) {
  const { value: seen } = useField({ name: "seen" });
  const { value: problem } = useField({ name: "preview.problem" });
  const { value: to } = useField({ name: "preview.to" });
  const { value: cc } = useField({ name: "preview.cc" });
  const { value: subject } = useField({ name: "preview.subject" });
  const { value: text } = useField({ name: "preview.text" });
  const { value: startedFrom } = useField({ name: "startedFrom" }, firstTemplate);
  const isReady = seen === "yes" && problem === "" && to !== "";
  return (
    <>
      <input type="hidden" name="seen" value={isReady ? "yes" : ""} />
      <input type="hidden" name="startedFrom" value={startedFrom} />
      {isReady && (
        <section className="section" aria-label={words.title}>
          <h2 className="section-head">{words.title}</h2>
          <p className="soft">{words.hint}</p>
          <dl className="facts">
            <Fact label={words.to} value={to} />
            {cc !== "" && <Fact label={words.cc} value={cc} />}
            <Fact label={words.subject} value={subject} />
          </dl>
          <p className="prewrap section">{text}</p>
        </section>
      )}
      <div className="bar">
        {isReady && (
          <button type="submit" className="button main">
            {words.send}
          </button>
        )}
        <button type="submit" className={isReady ? "button plain" : "button main"} name="_assist" value="preview">
          {isReady ? words.again : words.preview}
        </button>
      </div>
    </>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
