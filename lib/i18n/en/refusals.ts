import type * as es from "../es/refusals";
import type { Same } from "./same";

export const refusals = {
  unreadable: {
    title: "We did not understand the request",
    text: "The address or the data sent is incomplete or damaged. Go back to the page, reload it and try again.",
  },
  foreign: { title: "Submission not allowed", text: "The form was not sent from a Cartera page. Open it again and try once more." },
  operation: { title: "Operation not allowed", text: "This address does not accept that operation." },
  slow: { title: "Time ran out", text: "The connection took too long to send the data. Try again." },
  outdated: { title: "The page has a new version", text: "Cartera was updated after you opened this page. Go back, reload it and send it again." },
  unmeasured: { title: "The size is missing", text: "The program that sent the data did not say how big it is." },
  too_big: { title: "Too much data was sent", text: "Reduce the size of the data or the file and try again." },
  long_address: { title: "The address is too long", text: "Go to the start and search again." },
  unknown_host: { title: "Unknown address", text: "Cartera does not answer at this address. Use the one your administrator gave you." },
  headers_too_big: { title: "The request is too big", text: "Delete this site’s cookies and try again." },
  failed: { title: "Something failed", text: "The error was recorded. Try again; if it continues, tell your administrator." },
  busy: { title: "Cartera is very busy", text: "There are too many requests at once. Wait a few seconds and reload the page." },
  reference: "Reference: {id}",
  home: "Go to the start",
} satisfies Same<typeof es.refusals>;
