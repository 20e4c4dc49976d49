import type * as es from "../es/failure";
import type { Same } from "./same";

export const failure = {
  title: "Something failed on our side",
  text: "This page could not be shown. What was saved is not lost.",
  retry: "Try again",
  home: "Go to the start",
} satisfies Same<typeof es.failure>;
