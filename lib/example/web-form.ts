import { and, eq } from "drizzle-orm";
import { origins, picklistOptions, webForms } from "@/db/schema";
import { createWebForm } from "@/lib/web-forms/commands";
import { webFormForm } from "@/lib/web-forms/forms";
import { receive, type Sent } from "@/lib/web-forms/receive";
import type { Stage } from "./stage";
import type { Team } from "./team";

const address = "contacto";

/** The form on the company's site, and two messages that wait for somebody to look at them. */
export function tellWebForm(stage: Stage, { administrator, reps }: Team) {
  const { tx, agenda, at, by, tell, example } = stage;
  agenda.add(at(45, 12), (now) =>
    tell("web_form.created", createWebForm(tx, webFormForm.parse({ ...asked, ...choicesIn(stage, reps) }), now), by(administrator, now)),
  );
  for (const [place, sent] of waiting(example.wishes[0]!).entries()) {
    agenda.add(at(3 - place, 19), (now) => {
      const form = tx.select().from(webForms).where(eq(webForms.address, address)).get()!;
      receive(tx, form, sent, { now, zone: example.zone });
    });
  }
}

const asked = {
  ...{ name: "Contacto del sitio", title: "Cuéntenos qué necesita", intro: "Le respondemos el mismo día hábil.", locale: "es", address, campaign: "Sitio web" },
  ...{ useCompany: "optional", usePhone: "optional", useEmail: "optional", useRegion: "hidden", useSubject: "hidden", useMessage: "required" },
  isAccepting: "on",
};

function choicesIn({ tx }: Stage, reps: number[]) {
  const origin = tx.select({ id: origins.id }).from(origins).where(eq(origins.code, "WEB")).get();
  const isChannel = and(eq(picklistOptions.list, "contact_channel"), eq(picklistOptions.name, "Formulario web"));
  const channel = tx.select({ id: picklistOptions.id }).from(picklistOptions).where(isChannel).get();
  return { originId: origin?.id, channelId: channel?.id, ownerIds: reps.map(String) };
}

/** One that a person wrote on the company's own site, and one that a machine did. */
function waiting(wish: string): Sent[] {
  const nothing = { company: null, phone: null, region: null, subject: null };
  return [
    {
      said: { ...nothing, name: "Irma Castañeda", email: "irma.castaneda@ejemplo.test", message: `Buenas tardes, me interesa: ${wish}` },
      came: { utmSource: "boletín", utmCampaign: "temporada" },
      ...{ doubts: ["unsigned"], submission: undefined },
    },
    {
      said: {
        ...nothing,
        name: "Best Rank",
        email: "ventas@posicionamiento.ejemplo.test",
        message: "Top SEO http://a.ejemplo.test http://b.ejemplo.test http://c.ejemplo.test",
      },
      came: {},
      ...{ doubts: ["honeypot", "links"], submission: undefined },
    },
  ];
}
