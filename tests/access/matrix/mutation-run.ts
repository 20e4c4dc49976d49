import { inProcessMatrix } from "./in-process";

/** Prints how many cells differ from the model; run as a bundle of a mutated source. */
process.stdout.write(String(inProcessMatrix().wrong.length));
