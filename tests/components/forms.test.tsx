import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { WhenDoneFields } from "@/components/activities/when-done-fields";
import { Form } from "@/components/forms/form";
import { rowCount } from "@/components/forms/rows";
import type { FormState } from "@/lib/web/form-state";
import { FormSpecimen } from "./specimen/form";
import { RefusedSpecimen } from "./specimen/refused";

const fresh = renderToStaticMarkup(<FormSpecimen />);
const again = renderToStaticMarkup(<RefusedSpecimen />);

describe("a form nobody sent yet", () => {
  test("ties each label to a box that exists", () => {
    const labels = [...fresh.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id);
    expect(labels.length).toBeGreaterThan(12);
    expect(labels.filter((id) => !fresh.includes(` id="${id}"`))).toEqual([]);
  });

  test("has ids that are used once, and describes by ids that exist", () => {
    for (const html of [fresh, again]) {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
      const described = [...html.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, list]) => list!.split(" "));
      expect(new Set(ids).size).toBe(ids.length);
      expect(described.length).toBeGreaterThan(1);
      expect(described.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test("carries its submission, its version and what it is about", () => {
    expect(fresh).toMatch(/name="_submission" value="[0-9a-f-]{36}"/);
    expect(fresh).toContain('name="_version" value="3"');
    expect(fresh).toContain('name="id" value="7"');
  });

  test("saves on Enter: the first button that submits is its own", () => {
    const form = fresh.slice(fresh.indexOf('<form class="form"'));
    expect(form.match(/<button[^>]*>[^<]*/)?.[0]).toMatch(/visually-hidden.*>Guardar$/);
  });

  test("says in a word what is required", () => {
    expect(fresh).toMatch(/for="validUntil">Vigencia<span class="required">obligatorio/);
    expect(field(fresh, "validUntil")).toContain('aria-required="true"');
    expect(fresh).toContain("<legend>Renglones</legend>");
  });
});

describe("a form that was refused", () => {
  test("keeps what was typed over what was stored", () => {
    expect(field(again, "subject")).toContain('value="Otra cosa"');
    expect(again).toMatch(/<option value="1" selected="">Mayoreo MXN/);
    expect(again).toMatch(/type="radio" name="kind" checked="" value="visit"|type="radio" name="kind" value="visit" checked=""/);
    expect(again.match(/name="receives"[^>]*checked=""|checked=""[^>]*name="receives"/g)).toHaveLength(2);
    expect(again).toContain("&lt;b&gt;no&lt;/b&gt;");
  });

  test("leaves empty what was emptied, and unchecked what was unchecked", () => {
    expect(field(again, "limit")).toContain('value=""');
    expect(field(again, "isOptional")).not.toContain("checked");
  });

  test("says each mistake at its field and once on top, leading there", () => {
    expect(again).toContain('role="alert"');
    expect(again).toContain('<a href="#validUntil">Escriba una fecha posterior a hoy.</a>');
    expect(field(again, "validUntil")).toContain('aria-invalid="true"');
    expect(field(again, "validUntil")).toContain('aria-describedby="validUntil-error validUntil-hint"');
    for (const [, id] of again.matchAll(/<a href="#([^"]+)">[A-Z]/g)) expect(again).toContain(` id="${id}"`);
  });

  test("offers the records that match what was typed, without scripts", () => {
    expect(again).toMatch(/type="radio" name="accountId" value="4"/);
    expect(again).toMatch(/<button[^>]* value="accountId" name="_pick"/);
    expect(again).not.toMatch(/type="hidden" name="accountId"/);
  });

  test("draws the rows that were sent, not those that were stored", () => {
    expect(again.match(/value="lines\.remove\.\d"/g)).toEqual(['value="lines.remove.0"', 'value="lines.remove.1"', 'value="lines.remove.2"']);
    expect(field(again, "lines.1.description")).toContain('value="Dos"');
  });
});

test("what was typed in folded fields, or is wrong with them, comes back unfolded", () => {
  const fold = (answer: Partial<FormState>) => {
    const initial: FormState = { status: "refused", values: {}, errors: {}, ...answer };
    const html = renderToStaticMarkup(
      <Form action={async (state) => state} initial={initial}>
        <WhenDoneFields />
      </Form>,
    );
    return html.match(/<details[^>]*>/)![0];
  };
  expect(fold({ values: { doneOn: [""] } })).not.toContain("open");
  expect(fold({ values: { doneOn: ["2026-03-11"] } })).toContain("open");
  expect(fold({ errors: { doneTime: "Corrija la hora." } })).toContain("open");
});

test("the highest number seen says how many rows there are", () => {
  expect(rowCount({}, "lines")).toBe(0);
  expect(rowCount({ "lines.0.x": [""], "lines.11.x": ["a"], "linesmore.40.x": ["b"], lines: ["c"] }, "lines")).toBe(12);
});

function field(html: string, id: string) {
  return html.match(new RegExp(`<(?:input|select|textarea)[^>]* id="${id.replaceAll(".", "\\.")}"[^>]*>`))?.[0] ?? `no field ${id}`;
}
